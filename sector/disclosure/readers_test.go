package disclosure

import (
	"slices"
	"testing"

	"smartcity/sector"
)

// TestMissingTellsFirms has a sector whose only company has not stated its jobs,
// which are shown as missing. If the total counts one company without jobs, and
// more than one sector whose number of firms is hidden, it is in this one, and
// there is no other.
func TestMissingTellsFirms(t *testing.T) {
	companies := slices.Concat(group("A", "", 2018, 4, 10), group("B", "", 2018, 2, 20), group("C", "", 2018, 9, 30))
	protected := func() (result *Result, warned []string) {
		result, err := Protect(Options{}, tableOf(t, companies, sector.BySector()))
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range result.Warnings {
			if l, ok := w.(*LessUncertain); !ok || l.Column != "firms" || l.Insiders {
				t.Errorf("warning: %v", w)
			} else {
				warned = append(warned, l.Cell)
			}
		}
		return result, warned
	}
	if _, warned := protected(); len(warned) > 0 {
		t.Errorf("%q, where everybody states everything", warned)
	}
	companies = append(companies, company("x", "X", "", 2018, -1, 60))
	result, warned := protected()
	if total := result.Tables[0].Totals[0]; total.Jobs.Missing != 1 || !slices.Contains(hiddenIn(result.Tables[0], sector.Firms), "X") {
		t.Fatalf("the test is wrong: %+v, hidden %v", total, hiddenIn(result.Tables[0], sector.Firms))
	}
	if !slices.Equal(warned, []string{`sector "X"`}) {
		t.Errorf("warned of %q, want X", warned)
	}
	// Others still do not follow from it, by subtraction.
	if hidden := hiddenIn(result.Tables[0], sector.Firms); len(hidden) < 3 {
		t.Errorf("firms are hidden in %v, want B, X and another", hidden)
	}
}
