package chapter

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"smartcity/growth"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/disclosure"
	"smartcity/sector/sectorcsv"
	"smartcity/sector/structure"
)

// samples has a warning of every kind of package structure.
func samples() map[string]error {
	return map[string]error{
		"About": structure.About{Dimension: "sector", Group: "Gas", Warning: structure.Incomplete{N: 3, LeftOut: 2}}, "Incomplete": structure.Incomplete{N: 3, LeftOut: 2},
		"PartlyKnown": structure.PartlyKnown{Of: "revenue", Missing: 3, Suppressed: 2}, "FewFirms": structure.FewFirms{Groups: []string{"Gas", ""}}, "ZeroFigures": structure.ZeroFigures{Count: 7},
		"Unreferenced": structure.Unreferenced{Items: []int{0, 4}}, "EmptyRegions": structure.EmptyRegions{Regions: []int{1}}, "PartsExceed": structure.PartsExceed{Argument: "region", Sum: 5, Total: 4},
		"AboveOne": structure.AboveOne{Normalised: 1.25}, "PlantsLeftOut": structure.PlantsLeftOut{Plants: 8, LeftOut: 2}, "NotInReference": structure.NotInReference{Dimension: "sector", Groups: []string{"Gas"}},
		"OnlyInReference": structure.OnlyInReference{Sectors: []string{"Gas"}}, "SectorsLeftOut": structure.SectorsLeftOut{Missing: []string{"Gas"}, Suppressed: []string{"Oil"}},
		"NoBase": structure.NoBase{Year: 2014, Sectors: []string{"Gas"}}, "LargerThanNation": structure.LargerThanNation{Year: 2014, Sectors: []string{"Gas"}}, "YearsSkipped": structure.YearsSkipped{From: 2014, To: 2016},
		"TiedAtCut": structure.TiedAtCut{Figure: 12, LeftOff: 2}, "NegativeFigures": structure.NegativeFigures{Companies: 2}, "Unfollowed": structure.Unfollowed{From: 2, To: 3},
	}
}

// kinds reads the source of package structure for what can be a warning: types
// whose value is an error, and sentinel errors.
func kinds(t *testing.T) (types, sentinels []string) {
	t.Helper()
	packages := token.NewFileSet()
	entries, err := os.ReadDir("../../../sector/structure")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !strings.HasSuffix(entry.Name(), ".go") || strings.HasSuffix(entry.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(packages, "../../../sector/structure/"+entry.Name(), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil || d.Name.Name != "Error" {
					continue
				}
				if receiver, ok := d.Recv.List[0].Type.(*ast.Ident); ok {
					types = append(types, receiver.Name)
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					if v, ok := spec.(*ast.ValueSpec); ok && d.Tok == token.VAR && strings.HasPrefix(v.Names[0].Name, "Err") {
						sentinels = append(sentinels, v.Names[0].Name)
					}
				}
			}
		}
	}
	slices.Sort(types)
	slices.Sort(sentinels)
	return types, sentinels
}

// TestEveryKindHasWords: no kind of warning of package structure falls through.
func TestEveryKindHasWords(t *testing.T) {
	types, names := kinds(t)
	if have := slices.Sorted(maps.Keys(samples())); !slices.Equal(types, have) {
		t.Errorf("package structure warns of %v, this test knows %v", types, have)
	}
	sentinels := map[string]error{
		"ErrEmpty": structure.ErrEmpty, "ErrNegative": structure.ErrNegative, "ErrZeroTotal": structure.ErrZeroTotal, "ErrInfinite": structure.ErrInfinite, "ErrTooFarApart": structure.ErrTooFarApart,
		"ErrLength": structure.ErrLength, "ErrNoReference": structure.ErrNoReference, "ErrPart": structure.ErrPart, "ErrUndefined": structure.ErrUndefined,
	}
	if have := slices.Sorted(maps.Keys(sentinels)); !slices.Equal(names, have) {
		t.Errorf("package structure has the errors %v, this test knows %v", names, have)
	}
	all := samples()
	for name, err := range sentinels {
		all[name] = fmt.Errorf("structure: HHI: %w", err)
		all["About "+name] = structure.About{Dimension: "region", Group: "East", Warning: err}
	}
	for _, w := range []error{
		structure.NotInReference{Dimension: "region", Groups: []string{"East"}}, structure.NoBase{Year: 2014, Nation: true, Sectors: []string{"Gas"}},
		structure.About{Dimension: "year", Group: "2014", Warning: structure.About{Dimension: "region", Group: "East", Warning: structure.ErrEmpty}},
		&growth.LeftOut{Name: "Gas", Years: []int{2014, 2016}}, &sector.YearsMixed{First: 2014, Last: 2016}, &sectorcsv.ShareNotApplied{Header: "share", Below1: 2},
		&disclosure.SmallCells{Fewer: 3, Cells: make([]disclosure.SmallCell, 2)}, &sectorcsv.Mended{Header: "year", Count: 2, Line: 3, Value: "2018/19"}, &sectorcsv.SumOfOthers{Line: 4, Year: 2018},
	} {
		all[fmt.Sprintf("%T %v", w, w)] = w
	}
	for g := sector.NoCode; g <= sector.RestOfWeights; g++ {
		all["gap "+g.String()] = &sector.MappingIncomplete{Gap: g, Rows: 2, Of: 5}
	}
	for _, of := range []string{"fte", "employees", "revenue", "table", "reference"} {
		all["partly "+of] = structure.PartlyKnown{Of: of, Missing: 1}
	}
	for name, w := range all {
		english := (&Settings{Lang: locale.English}).warning(w)
		danish := (&Settings{Lang: locale.Danish}).warning(w)
		for _, text := range []string{english, danish} {
			if text == "" || text == w.Error() || strings.Contains(text, "%!") || strings.HasSuffix(text, ": ") || !strings.HasSuffix(text, ".") {
				t.Errorf("%s is said as %q", name, text)
			}
		}
		if english == danish {
			t.Errorf("%s is the same in both languages: %q", name, english)
		}
	}
	if text := (&Settings{}).warning(errors.New("news")); text != "" {
		t.Errorf("what has no words is said as %q", text)
	}
}

// TestSentences: each is said once, for all that it is about.
func TestSentences(t *testing.T) {
	about := func(dimension, group string, w error) error {
		return structure.About{Dimension: dimension, Group: group, Warning: w}
	}
	few := structure.FewFirms{Groups: []string{"*Gas*"}}
	c := Chapter{year: 2018, warnings: []error{
		few, few, about("region", "East", structure.ErrEmpty), about("region", "West", structure.ErrEmpty), about("region", "East", structure.ErrEmpty),
		about("year", "2018", few), about("year", "2014", few), // 2018 is what the chapter is of
		structure.PartlyKnown{Of: "table", Missing: 1}, about("sector", "Gas", structure.PartlyKnown{Of: "fte", Missing: 1}), about("sector", "Gas", structure.PlantsLeftOut{Plants: 1, LeftOut: 1}), // in tables
		errors.New("a_b"),
	}}
	few14 := `Fewer than three companies stand behind: \*Gas\*. Such figures tell of single ones and are to be protected before they are published.`
	want := []string{few14, "Regions East and West: no figure is known, so that a measure is missing.", "Year 2014: " + few14, `A\_b`}
	if got := c.sentences(); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
