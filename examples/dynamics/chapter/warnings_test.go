package chapter

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"smartcity/growth"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/dynamics"
	"smartcity/sector/sectorcsv"
)

// kinds are warnings of every kind that this program can meet.
func kinds() []error {
	return []error{
		&dynamics.RowsLeftOut{NoID: 4, NotOneFirm: 7}, &dynamics.RowsJoined{How: dynamics.SumRepeated, CompanyYears: 4, Rows: 7}, &dynamics.FoundedDiffers{Companies: 4},
		&dynamics.YearsApart{From: 2014, To: 2016}, &dynamics.FewFirms{Rows: 4}, &dynamics.FoundedBefore{Births: 4},
		&dynamics.MeasureDiffers{Rule: "eu_439_2014", Meant: sector.Employees, Used: sector.FTE}, &dynamics.BirthsNotKnown{Companies: 4}, &dynamics.AgesNotKnown{Companies: 4},
		&dynamics.FirmsNotCompared{Continuers: 4, Entrants: 7, Exiters: 2, Weight0: .25, Weight1: .5}, &dynamics.FirmsNotKnown{Firms: 4, Weight: .25}, &dynamics.ZeroWeight{FirmYears: 4},
		&dynamics.RevenuePerJobNotKnown{LeftOut: dynamics.LeftOut{Missing: 4, Suppressed: 7}, Gaps: 2, NoJobs: 3, NoLogarithm: 5}, &dynamics.SectorsNotKnown{Sectors: []string{"X", ""}},
		&growth.LeftOut{Name: "X", Years: []int{2014, 2018}}, &growth.LeftOut{Name: "X", Years: []int{2014}, Zero: "fte_per_company"}, &growth.ZeroLimit{Name: "X", Factor: "fte_per_company", Year: 2014},
		&sectorcsv.ShareNotApplied{Header: "andel", Below1: 4}, &sectorcsv.Mended{Header: "kode", Count: 4, Line: 7, Value: "620100.0"}, &sectorcsv.SumOfOthers{Line: 4, Year: 2014},
		&sectorcsv.UnitBeside{Text: "Tal i 1.000 for 4 år", Unit: "i 1.000"}, &sectorcsv.TotalsKept{Header: "kommune", Count: 4, Line: 9, Value: "I alt"}, &sectorcsv.NothingKnown{Count: 4, Line: 8}, &sectorcsv.DoublesDiffer{Field: "region", Header: "landsdel", Count: 4, Line: 9, First: 2},
		&sector.MappingIncomplete{Gap: sector.NoCode, Rows: 4, Of: 7}, &sector.YearsMixed{First: 2014, Last: 2018},
	}
}

// otherKinds are those of package growth that come with results which this
// program does not ask for, and an error whose name does not say so.
func otherKinds() []string {
	return []string{"growth.ChainBroken", "growth.NotDeflated", "growth.InflectionUnseen", "growth.RoundingResiduals", "growth.SerialResiduals", "growth.Refusal"}
}

func testChapter(t *testing.T, l locale.Language) *Chapter {
	t.Helper()
	p, err := dynamics.NewPanel(nil, dynamics.PanelOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return &Chapter{Settings: Settings{Lang: l}, panel: p}
}

// TestNoKindFallsThrough: every type of warning that the packages have, found in
// their source, has a sentence of its own in both languages.
func TestNoKindFallsThrough(t *testing.T) {
	var known []string
	for _, w := range kinds() {
		name := reflect.TypeOf(w).Elem().String()
		known = append(known, name)
		english, ok1 := testChapter(t, locale.English).warning(w)
		danish, ok2 := testChapter(t, locale.Danish).warning(w)
		switch {
		case !ok1 || !ok2:
			t.Errorf("%s falls through", name)
		case english == "" || english == danish || strings.Contains(english+danish, "%!"):
			t.Errorf("%s: %q, %q", name, english, danish)
		case !strings.ContainsAny(english, "0123456789X") || digits(english) != digits(danish):
			t.Errorf("%s: the two languages give different figures: %q, %q", name, english, danish)
		}
	}
	found := 0
	for dir, pkg := range map[string]string{"../../../sector/dynamics": "dynamics", "../../../growth": "growth", "../../../sector": "sector", "../../../sector/sectorcsv": "sectorcsv"} {
		for _, name := range warningTypes(t, dir) {
			found++
			if full := pkg + "." + name; !slices.Contains(known, full) && !slices.Contains(otherKinds(), full) {
				t.Errorf("%s is a warning without a sentence", full)
			}
		}
	}
	if found < len(kinds()) {
		t.Errorf("only %d types of warnings were found in the source, fewer than have sentences", found)
	}
	if text, ok := testChapter(t, locale.Danish).warning(fs.ErrNotExist); ok || text != "" {
		t.Errorf("an error that is no warning has the sentence %q", text)
	}
}

// digits are the figures of a sentence, sorted: word order differs.
func digits(s string) string {
	words := strings.FieldsFunc(s, func(r rune) bool { return !('0' <= r && r <= '9') })
	slices.Sort(words)
	return strings.Join(words, " ")
}

// warningTypes are the exported types of a package with a method Error whose name
// does not say that they are errors.
func warningTypes(t *testing.T, dir string) (names []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatal(dir, err)
	}
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			method, ok := d.(*ast.FuncDecl)
			if !ok || method.Recv == nil || method.Name.Name != "Error" {
				continue
			}
			on := method.Recv.List[0].Type
			if pointer, ok := on.(*ast.StarExpr); ok {
				on = pointer.X
			}
			if name := on.(*ast.Ident).Name; ast.IsExported(name) && !strings.HasSuffix(name, "Error") {
				names = append(names, name)
			}
		}
	}
	return names
}

// TestFold: several of a kind become one, and nothing is lost.
func TestFold(t *testing.T) {
	for _, c := range []struct {
		of   []error
		want []error
	}{
		{[]error{&dynamics.FewFirms{Rows: 2}, &dynamics.FoundedDiffers{Companies: 1}, &dynamics.FewFirms{Rows: 3}}, []error{&dynamics.FewFirms{Rows: 5}, &dynamics.FoundedDiffers{Companies: 1}}},
		{[]error{&dynamics.FirmsNotKnown{Firms: 2, Weight: .5}, &dynamics.FirmsNotKnown{Firms: 3, Weight: .1}}, []error{&dynamics.FirmsNotKnown{Firms: 5, Weight: .5}}},
		{[]error{&dynamics.RevenuePerJobNotKnown{Gaps: 1}, &dynamics.RevenuePerJobNotKnown{Gaps: 1, NoJobs: 2}}, []error{&dynamics.RevenuePerJobNotKnown{Gaps: 2, NoJobs: 2}}},
		{[]error{&dynamics.YearsApart{From: 1, To: 3}, &dynamics.YearsApart{From: 1, To: 3}, &dynamics.YearsApart{From: 3, To: 5}}, []error{&dynamics.YearsApart{From: 1, To: 3}, &dynamics.YearsApart{From: 3, To: 5}}},
		{[]error{&dynamics.MeasureDiffers{Rule: "a"}, &dynamics.MeasureDiffers{Rule: "b"}, &dynamics.MeasureDiffers{Rule: "c", Meant: sector.Employees}}, []error{&dynamics.MeasureDiffers{Rule: "a\nb"}, &dynamics.MeasureDiffers{Rule: "c", Meant: sector.Employees}}},
		{[]error{&dynamics.AgesNotKnown{Companies: 2}, &dynamics.AgesNotKnown{Companies: 5}, &dynamics.BirthsNotKnown{Companies: 1}}, []error{&dynamics.AgesNotKnown{Companies: 5}, &dynamics.BirthsNotKnown{Companies: 1}}},
		{[]error{&dynamics.ZeroWeight{FirmYears: 2}, &dynamics.ZeroWeight{FirmYears: 5}}, []error{&dynamics.ZeroWeight{FirmYears: 7}}},
	} {
		if got := fold(c.of); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v became %v", c.of, got)
		}
	}
}
