package chapter

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/projection/forecast"
	"smartcity/projection/inputoutput"
	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

// TestWarnings: every kind of warning that the results of this chapter can have is
// said in both languages, with the same figures.
func TestWarnings(t *testing.T) {
	reason := errors.New("in English")
	chapterIn := func(l locale.Language) *Chapter {
		return &Chapter{Settings: Settings{Lang: l}, outlook: &projection.Outlook{Total: &projection.Projection{Base: 17600}}, base: 2018}
	}
	digits := func(s string) string {
		words := strings.FieldsFunc(s, func(r rune) bool { return !('0' <= r && r <= '9') })
		slices.Sort(words)
		return strings.Join(words, " ")
	}
	for _, w := range []error{
		&projection.BaseIncomplete{Known: 3, Missing: 4, Suppressed: 7}, &projection.PartsDiffer{Total: 400, Parts: 300}, &projection.EverythingLost{Name: "X", Draws: 7},
		&inputoutput.MayOverlap{Sectors: 4}, &inputoutput.NotMapped{Sectors: []string{"X", "Y"}}, &inputoutput.NoDirect{Sector: "X", What: "jobs"}, &inputoutput.NoDirect{Sector: "X", What: "income"},
		&inputoutput.InputsExceedOutput{Sector: "X", Inputs: 12.5, Output: 7}, &inputoutput.ConsumptionExceedsIncome{Consumption: 12, Income: 7},
		&forecast.NotScored{Name: "", Origin: 2014, Err: reason}, &forecast.Untested{Horizon: 7, Tested: 4}, &forecast.MissingYears{Name: "X", Years: []int{2014, 2016}},
		&forecast.Floored{Years: []int{2024}}, &forecast.Floored{Years: []int{2024}, Points: []int{2025}}, &forecast.Linearised{Model: "logistic", Covers: .79},
		&forecast.MemberRefused{Model: "ses", Err: reason},
		&growth.InflectionUnseen{Inflection: 2001, First: 2014}, &growth.RoundingResiduals{}, &growth.SerialResiduals{},
		&sector.YearsMixed{First: 2014, Last: 2018}, &sectorcsv.ShareNotApplied{Header: "andel", Below1: 4},
	} {
		english, danish := chapterIn(locale.English).warning(w), chapterIn(locale.Danish).warning(w)
		switch own := notebook.Text(w.Error()); {
		case english == "" || english == own || danish == own:
			t.Errorf("%T falls through: %q", w, english)
		case english == danish || strings.Contains(english+danish, "%!") || strings.Contains(english+danish, reason.Error()):
			t.Errorf("%T: %q, %q", w, english, danish)
		case digits(english) != digits(danish):
			t.Errorf("%T: the two languages give different figures: %q, %q", w, english, danish)
		}
	}
	c := chapterIn(locale.Danish)
	for _, elsewhere := range []error{&projection.BaseIncomplete{Name: "X", Missing: 1}, &projection.FewPaths{Probability: .025, Paths: 200}, &forecast.ScenariosOnly{Name: "X", N: 4, Horizon: 7}, &forecast.NaiveInstead{Model: "ses", Err: reason}, &forecast.NoSpread{}} {
		if text := c.warning(elsewhere); text != "" {
			t.Errorf("%T is said elsewhere, and once more: %q", elsewhere, text)
		}
	}
	if text := c.warning(errors.New("a *new* kind")); text != `a \*new\* kind` {
		t.Errorf("a kind that is not known reads %q", text)
	}
	twice := []error{&forecast.Untested{Horizon: 7, Tested: 4}, &forecast.Untested{Horizon: 7, Tested: 4}}
	if blocks := c.warn(twice); len(blocks) != 1 || strings.Contains(string(blocks[0].(notebook.Warning)), "\n") {
		t.Errorf("the same twice: %q", blocks)
	}
	if blocks := c.warn(append(twice, &sector.YearsMixed{})); len(blocks) != 1 || strings.Count(string(blocks[0].(notebook.Warning)), "- ") != 2 {
		t.Errorf("two of them: %q", blocks)
	}
	if blocks := c.warn(nil); blocks != nil {
		t.Errorf("none: %q", blocks)
	}
}
