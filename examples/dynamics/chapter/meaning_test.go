package chapter

import (
	"math"
	"strings"
	"testing"

	"smartcity/growth/locale"
	"smartcity/sector/dynamics"
)

// TestMeaning: who lay above and below whom, in words.
func TestMeaning(t *testing.T) {
	none := math.NaN()
	c := testChapter(t, locale.English)
	for _, test := range []struct {
		leaver, newcomer float64
		above, below     string
	}{{1000, 3000, "newcomers", "leavers"}, {3000, 1000, "leavers", "newcomers"}} {
		change, err := dynamics.CompareProductivity([]dynamics.Firm{
			{Weight0: 1, Productivity0: 2000, Weight1: 1, Productivity1: 2000},
			{Weight0: 1, Productivity0: test.leaver, Weight1: none, Productivity1: none},
			{Weight0: none, Productivity0: none, Weight1: 1, Productivity1: test.newcomer},
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range []dynamics.DecompositionMethod{dynamics.GrilichesRegev, dynamics.FosterHaltiwangerKrizan, dynamics.DiewertFox} {
			d, err := change.Decompose(m)
			if err != nil {
				t.Fatal(err)
			}
			text := c.meaning(d)
			newcomers, leavers, ok := strings.Cut(text, "leavers")
			says := map[string]string{"newcomers": newcomers, "leavers": leavers}
			if !ok || !strings.Contains(says[test.above], "above") || !strings.Contains(says[test.below], "below") {
				t.Errorf("%s with leavers at %v and newcomers at %v: %s", m, test.leaver, test.newcomer, text)
			}
		}
		d, err := change.Decompose(dynamics.BaldwinGu)
		if err != nil {
			t.Fatal(err)
		}
		if text := c.meaning(d); strings.Contains(text, "above") != (test.newcomer > test.leaver) {
			t.Errorf("BG: %s", text)
		}
	}
}
