package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestEveryChartIsPrinted: a chart that nobody prints is not built.
func TestEveryChartIsPrinted(t *testing.T) {
	printed := map[string]string{ // by the name of its file
		"sectorplot.NewJobsPage": "jobs-by-sector", "sectorplot.NewRevenuePerJobPage": "revenue-per-job-by-sector", "sectorplot.NewIndexPage": "sectors-index", "sectorplot.NewBubblesPage": "growth-and-revenue",
		"sectorplot.NewSizeClassesPage": "size-classes", "sectorplot.NewTwoYearsPage": "jobs-in-two-years", "sectorplot.NewHeatMapPage": "sectors-by-region", "sectorplot.NewShiftSharePage": "shift-share",
		"sectorplot.NewJobFlowsPage": "job-flows", "growthplot.NewIndexPage": "revenue-real",
		"projectionplot.NewBandPage": "jobs-ahead", "projectionplot.NewFanPage": "fan", "projectionplot.NewTornadoPage": "tornado", "projectionplot.NewWaterfallPage": "waterfall", "projectionplot.NewFansPage": "fan-by-sector",
	}
	elsewhere := map[string]string{
		"growthplot.NewPage":         "is the page that all charts are drawn on",
		"projectionplot.NewGridPage": "is printed by the chapter on the outlook: two assumptions at once are more than a report needs",
	}
	var pages []string
	for _, dir := range []string{"../../growth/growthplot", "../../sector/sectorplot", "../../projection/projectionplot"} {
		sources, err := filepath.Glob(dir + "/*.go")
		if err != nil {
			t.Fatal(err)
		}
		for _, source := range sources {
			if strings.HasSuffix(source, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), source, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range file.Decls {
				if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && strings.HasPrefix(f.Name.Name, "New") && strings.HasSuffix(f.Name.Name, "Page") {
					pages = append(pages, filepath.Base(dir)+"."+f.Name.Name)
				}
			}
		}
	}
	slices.Sort(pages)
	if known := slices.Sorted(maps.Keys(merged(printed, elsewhere))); !slices.Equal(pages, known) {
		t.Errorf("the charts are %q, this test knows %q", pages, known)
	}
	charts := filepath.Join(full(t, "en"), "charts")
	for page, name := range printed {
		if _, err := os.Stat(filepath.Join(charts, name+".svg")); err != nil {
			t.Errorf("%s: %v", page, err)
		}
	}
	// Nor is there a chart that does not come from one of them.
	if drawn, _ := filepath.Glob(charts + "/*.svg"); len(drawn) != len(printed) {
		t.Errorf("the report has %d charts, this test knows %d", len(drawn), len(printed))
	}
}

func merged(a, b map[string]string) map[string]string {
	out := maps.Clone(a)
	maps.Copy(out, b)
	return out
}

// TestChartsLeftOut: what the data cannot carry is said in a sentence.
func TestChartsLeftOut(t *testing.T) {
	data := filepath.Join(t.TempDir(), "f.csv")
	for _, c := range []struct {
		text, lang  string
		says, draws []string
	}{
		{"sector,year,fte\nA,2017,4\nA,2018,5\n", "en", []string{"no two sectors whose jobs are shown in 2018 and in an earlier year", "in fewer than two of the sectors shown", "has no regions"}, nil},
		{"sector,region,year,fte,revenue\nA,N,2018,5,9\nB,S,2018,6,9\n", "da", []string{"ikke to brancher, hvis job er vist både i 2018 og i et tidligere år"}, []string{"sectors-by-region", "waterfall", "fan-by-sector", "tornado"}},
		{"sector,region,year,fte,revenue\nA,N,2017,5,9\nA,N,2018,5,9\nB,N,2018,6,9\n", "en", []string{"no two sectors whose jobs are shown", "names fewer than two regions"}, []string{"jobs-in-two-years"}},
		{"sector,year,fte,revenue\nA,2016,4,\nA,2017,4,\nB,2017,3,\nA,2018,5,9\nB,2018,6,\n", "da", []string{"omsætning pr. fuldtidsbeskæftiget, som er vist for færre end to", "ingen regioner"}, []string{"sectors-index", "jobs-in-two-years"}},
		{"sector,year,fte,revenue\nA,2017,4,8\nB,2017,3,7\nA,2018,5,9\nB,2018,6,9\n", "en", nil, []string{"sectors-index", "growth-and-revenue"}},
	} {
		write(t, data, c.text)
		page := undrawn(t, "-data", data, "-out", data+".out", "-lang", c.lang)
		for _, want := range c.says {
			if !strings.Contains(page, want) {
				t.Errorf("%q: the page lacks %q", c.text, want)
			}
		}
		for _, name := range []string{"sectors-index", "growth-and-revenue", "jobs-in-two-years", "sectors-by-region", "waterfall", "fan-by-sector"} {
			if drawn, want := strings.Contains(page, "charts/"+name+".svg"), slices.Contains(c.draws, name); drawn && !want && len(c.says) > 2 || !drawn && want {
				t.Errorf("%q: %s is drawn: %v", c.text, name, drawn)
			}
		}
	}
}
