package main

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// good is a small tree without a violation; each case below adds files to it.
func good() map[string]string {
	return map[string]string{
		"growth/locale/a.go":          "package locale\n\nfunc F() int { return 1 }\n",
		"growth/a.go":                 "package growth\n\nimport (\n\t\"fmt\"\n\n\t\"seeded/growth/locale\"\n)\n\nvar V = fmt.Sprint(locale.F())\n",
		"sector/a.go":                 "package sector\n\nimport \"seeded/growth\"\n\nfunc F() string { return growth.V }\n",
		"sector/a_test.go":            "package sector_test\n\nimport (\n\t\"fmt\"\n\t\"os\"\n\n\t\"seeded/sector\"\n\t_ \"seeded/sector/sectorcsv\"\n)\n\nfunc ExampleF() {\n\tos.Args = nil\n\tfmt.Println(sector.F())\n\t// Output: 1\n}\n",
		"sector/sectorcsv/a.go":       "package sectorcsv\n\nimport (\n\t\"fmt\"\n\t\"os\"\n\n\t\"github.com/gocarina/gocsv\"\n\n\t\"seeded/sector\"\n)\n\ntype T struct{ TagName string }\n\nfunc F(gocsv2 T) {\n\tgocsv2.TagName = sector.F()\n\tfmt.Fprintln(os.Stdout, gocsv.ErrEmptyCSVFile)\n}\n",
		"growth/growthplot/a.go":      "package growthplot\n\nimport (\n\t\"gonum.org/v1/plot\"\n\n\t\"seeded/growth\"\n)\n\nfunc F() {\n\tplot := plot.New()\n\tplot.Title.Text = growth.V\n}\n",
		"examples/report/main.go":     "package main\n\nimport (\n\t\"fmt\"\n\n\t_ \"seeded/growth/growthplot\"\n\t\"seeded/sector/sectorcsv\"\n)\n\nfunc main() { fmt.Println(sectorcsv.T{}) }\n",
		"examples/notebook/a.go":      "package notebook\n\nimport _ \"github.com/yuin/goldmark\"\n",
		"projection/a.go":             "package projection\n\nimport _ \"seeded/sector\"\n",
		"projection/reconcile/a.go":   "package reconcile\n\nimport _ \"seeded/projection\"\n",
		"sector/sectorsql/a.go":       "package sectorsql\n\nimport _ \"database/sql\"\n",
		"projection/inputoutput/a.go": "package inputoutput\n",
	}
}

var moduleLine = regexp.MustCompile(`(?m)^module .*$`)

func TestSeeded(t *testing.T) {
	for _, test := range []struct {
		name  string
		files map[string]string
		want  []string // what a line of the answer begins with and holds, in its order
	}{
		{"nothing", nil, nil},
		{"not in the table", map[string]string{"growth/extra/a.go": "package extra\n"}, []string{"growth/extra: not in the table"}},
		{"the root", map[string]string{"a.go": "package seeded\n"}, []string{".: not in the table"}},
		{"an example of two floors", map[string]string{"examples/report/sub/a.go": "package main\n\nfunc main() {}\n"}, []string{"examples/report/sub: not in the table"}},
		{"an example that is no program", map[string]string{"examples/other/a.go": "package other\n"}, []string{"examples/other: not in the table"}},
		{"back", map[string]string{"growth/locale/b.go": "package locale\n\nimport _ \"seeded/projection/inputoutput\"\n"}, []string{"growth/locale: imports projection/inputoutput, which does not stand above it"}},
		{"the same row", map[string]string{"projection/reconcile/b.go": "package reconcile\n\nimport _ \"seeded/projection/inputoutput\"\n"}, []string{"projection/reconcile: imports projection/inputoutput, which does not stand above it"}},
		{"above, but against the data", map[string]string{"sector/sectorsql/b.go": "package sectorsql\n\nimport _ \"seeded/projection\"\n"}, []string{"sector/sectorsql: imports projection, which does not stand above it"}},
		{"a library that imports an example", map[string]string{"sector/sectorcsv/b.go": "package sectorcsv\n\nimport _ \"seeded/examples/notebook\"\n"}, []string{"sector/sectorcsv: imports examples/notebook, which does not stand above it"}},
		{"another row's module", map[string]string{"sector/sectorsql/b.go": "package sectorsql\n\nimport _ \"golang.org/x/text/unicode/norm\"\n"}, []string{"sector/sectorsql: imports golang.org/x/text/unicode/norm of module golang.org/x/text, which its row does not have"}},
		{"a module of tests", map[string]string{"sector/b_test.go": "package sector\n\nimport _ \"github.com/ajstarks/svgo\"\n"}, []string{"sector: its tests import github.com/ajstarks/svgo of module github.com/ajstarks/svgo, which the table does not have"}},
		{"far away", map[string]string{"sector/b.go": "package sector\n\nimport _ \"net/http/httptrace\"\n"}, []string{"projection/reconcile: depends on net;", "projection: depends on net;", "sector: depends on net;"}},
		{"a database", map[string]string{"projection/b.go": "package projection\n\nimport _ \"database/sql\"\n"}, []string{"projection/reconcile: depends on database/sql;", "projection: depends on database/sql;"}},
		{"files", map[string]string{"sector/b.go": "package sector\n\nimport _ \"os/exec\"\n"}, []string{"sector: imports os/exec; compute packages read no files"}},
		{"print", map[string]string{"sector/b.go": "package sector\n\nimport f \"fmt\"\n\nfunc g() {\n\tf.Println()\n\tprintln()\n\tp := f.Printf\n\tp(\"\")\n}\n"}, []string{"sector/b.go:6: uses fmt.Println;", "sector/b.go:7: uses println;", "sector/b.go:8: uses fmt.Printf;"}},
		{"print without its name", map[string]string{"sector/b.go": "package sector\n\nimport . \"fmt\"\n\nfunc g() { Println() }\n"}, []string{"sector/b.go:5: uses fmt.Println;"}},
		{"a setter", map[string]string{"sector/sectorcsv/b.go": "package sectorcsv\n\nimport csv \"github.com/gocarina/gocsv\"\n\nfunc g() { csv.SetHeaderNormalizer(nil) }\n"}, []string{"sector/sectorcsv/b.go:5: uses gocsv.SetHeaderNormalizer,"}},
		{"settings", map[string]string{"sector/sectorcsv/b.go": "package sectorcsv\n\nimport \"github.com/gocarina/gocsv\"\n\nfunc g() {\n\tgocsv.TagName = \"x\"\n\t_ = &gocsv.FailIfDoubleHeaderNames\n}\n"}, []string{"sector/sectorcsv/b.go:6: sets or hands out github.com/gocarina/gocsv.TagName;", "sector/sectorcsv/b.go:7: sets or hands out github.com/gocarina/gocsv.FailIfDoubleHeaderNames;"}},
		{"settings of a test", map[string]string{"growth/growthplot/a_test.go": "package growthplot_test\n\nimport \"gonum.org/v1/plot/plotter\"\n\nfunc g() { plotter.DefaultLineStyle.Width++ }\n"}, []string{"growth/growthplot/a_test.go:5: sets or hands out gonum.org/v1/plot/plotter.DefaultLineStyle;"}},
		{"settings of our own", map[string]string{"sector/b.go": "package sector\n\nimport \"seeded/growth\"\n\nfunc g() { growth.V = \"\" }\n"}, []string{"sector/b.go:5: sets or hands out seeded/growth.V;"}},
		{"standard settings", map[string]string{"examples/report/b.go": "package main\n\nimport \"os\"\n\nfunc g() { os.Args[0] = \"\" }\n"}, []string{"examples/report/b.go:5: sets or hands out os.Args;"}},
		{"go.mod", map[string]string{"go.mod": "module seeded\n\ngo 1.26\n\nrequire example.org/x v1.0.0\n\nreplace example.org/x => ./x\n", "go.sum": "", "x/go.mod": "module example.org/x\n"}, []string{"go.mod: replaces example.org/x;", "go.mod: requires example.org/x, which the table"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			files := good()
			if test.name == "go.mod" {
				files = map[string]string{"growth/locale/a.go": "package locale\n"}
			}
			for _, name := range []string{"go.mod", "go.sum"} {
				text, err := os.ReadFile(filepath.Join("../..", name))
				if err != nil {
					t.Fatal(err)
				}
				// With the requirements of this module, under a name of its own.
				files[name] = moduleLine.ReplaceAllString(string(text), "module seeded")
			}
			maps.Copy(files, test.files)
			for name, text := range files {
				path := filepath.Join(dir, name)
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			got, _, err := check(dir)
			if err != nil {
				t.Fatal(err)
			}
			ok := len(got) == len(test.want)
			for i := 0; ok && i < len(got); i++ {
				ok = strings.HasPrefix(got[i], test.want[i])
			}
			if !ok {
				t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(test.want, "\n\t"))
			}
		})
	}
}

// An empty module is no proof of anything.
func TestNothingToCheck(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module seeded\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got, _, err := check(dir); err == nil {
		t.Errorf("no error, and %q", got)
	}
}
