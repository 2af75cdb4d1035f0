package command

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

// TestWarning checks that every typed warning of sectorcsv has words in both
// languages: each exported type there with a method Error, but for errors.
func TestWarning(t *testing.T) {
	warnings := []error{
		&sectorcsv.ShareNotApplied{Header: "andel", Below1: 4}, &sectorcsv.Mended{Header: "kode", Count: 4, Line: 7, Value: "620100.0"}, &sectorcsv.SumOfOthers{Line: 4, Year: 2014},
		&sectorcsv.UnitBeside{Text: "Tal i 1.000 for 4 år", Unit: "i 1.000"}, &sectorcsv.TotalsKept{Header: "kommune", Count: 4, Line: 9, Value: "I alt"}, &sectorcsv.NothingKnown{Count: 4, Line: 8}, &sectorcsv.DoublesDiffer{Field: "region", Header: "landsdel", Count: 4, Line: 9, First: 4},
	}
	have := map[string]bool{"Error": true} // the error of reading itself
	for _, w := range warnings {
		have[reflect.TypeOf(w).Elem().Name()] = true
	}
	for gap := sector.NoCode; gap <= sector.RestOfWeights; gap++ {
		warnings = append(warnings, &sector.MappingIncomplete{Gap: gap, Rows: 4, Of: 10})
	}
	for _, w := range warnings {
		english, danish := Warning(w, locale.English), Warning(w, locale.Danish)
		if english == danish || !strings.HasSuffix(english, ".") || !strings.HasSuffix(danish, ".") || !strings.Contains(english, "4") || strings.Contains(english+danish, "%!") {
			t.Errorf("%T: %q, %q", w, english, danish)
		}
	}
	if s := Warning(errors.New("other"), locale.English); s != "" {
		t.Errorf("%q", s)
	}

	files, err := filepath.Glob("../../sector/sectorcsv/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(err, len(files))
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			if m, ok := d.(*ast.FuncDecl); ok && m.Recv != nil && m.Name.Name == "Error" {
				if star, ok := m.Recv.List[0].Type.(*ast.StarExpr); ok {
					if name := star.X.(*ast.Ident).Name; ast.IsExported(name) && !have[name] {
						t.Errorf("sectorcsv.%s has no words", name)
					}
				}
			}
		}
	}
}
