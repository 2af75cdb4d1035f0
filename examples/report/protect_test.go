package main

import (
	"archive/zip"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// secret is a file in which one company is most of its sector. Its figures, its
// number and its name are nobody's business, nor are the sums they stand in.
const secret = `company_id,name,sector,region,year,fte,revenue
70000001,Zzyzx A/S,Energy,North,2016,741.125,88234567
70000002,B,Energy,North,2016,5,1000001
70000003,C,Energy,South,2016,9,1500002
70000004,D,Water,North,2016,30,3000003
70000005,E,Water,South,2016,31,3000004
70000006,F,Water,South,2016,33,3000005
70000007,G,Water,North,2016,34,3000006
70000008,H,Waste,North,2016,50,3000007
70000009,I,Waste,South,2016,51,3000008
70000010,J,Waste,South,2016,53,3000009
70000001,Zzyzx A/S,Energy,North,2017,761.375,90234567
70000002,B,Energy,North,2017,5.5,1000001
70000003,C,Energy,South,2017,9,1500002
70000004,D,Water,North,2017,31,3000003
70000005,E,Water,South,2017,31,3000004
70000006,F,Water,South,2017,33,3000005
70000007,G,Water,North,2017,34,3000006
70000008,H,Waste,North,2017,50,3000007
70000009,I,Waste,South,2017,52,3000008
70000010,J,Waste,South,2017,53,3000009
70000001,Zzyzx A/S,Energy,North,2018,777.625,91234567
70000002,B,Energy,North,2018,5,1000001
70000003,C,Energy,South,2018,9,1500002
70000004,D,Water,North,2018,30,3000003
70000005,E,Water,South,2018,31,3000004
70000006,F,Water,South,2018,33,3000005
70000007,G,Water,North,2018,34,3000006
70000008,H,Waste,North,2018,50,3000007
70000009,I,Waste,South,2018,51,3000008
70000010,J,Waste,South,2018,53,3000009
70000020,L0,Light,South,2016,12,402016
70000020,L0,Light,South,2017,13,402017
70000020,L0,Light,South,2018,14,402018
70000021,L1,Light,North,2016,14,403016
70000021,L1,Light,North,2017,15,403017
70000021,L1,Light,North,2018,16,403018
70000022,L2,Light,South,2016,15,404016
70000022,L2,Light,South,2017,16,404017
70000022,L2,Light,South,2018,17,404018
70000023,L3,Light,North,2016,17,405016
70000023,L3,Light,North,2017,18,405017
70000023,L3,Light,North,2018,19,405018
70000024,L4,Light,South,2016,19,406016
70000024,L4,Light,South,2017,20,406017
70000024,L4,Light,South,2018,21,406018
70000025,L5,Light,North,2016,22,407016
70000025,L5,Light,North,2017,23,407017
70000025,L5,Light,North,2018,24,407018
70000011,Qwxyz,Waste,South,2018,x4711x,3000010
,,Total,,2018,1073.625,118734633
`

// TestProtected attacks a protected report: no figure of a company, no name, no
// number and no hidden sum stands in any of its files, however it is written.
func TestProtected(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "f.csv")
	write(t, data, secret)
	var reference strings.Builder
	reference.WriteString("sector,region,year,fte\n")
	for i, sector := range []string{"Energy", "Light", "Waste", "Water"} {
		for year := 2016; year <= 2018; year++ {
			fmt.Fprintf(&reference, "%s,North,%d,%d\n%[1]s,South,%[2]d,%d\n", sector, year, 2000+300*i+40*(year-2016), 3000+100*i+30*(year-2016))
		}
	}
	write(t, filepath.Join(dir, "reference.csv"), reference.String())
	for _, lang := range []string{"en", "da"} {
		if testing.Short() && lang == "en" {
			continue
		}
		out := filepath.Join(dir, lang)
		status, stdout, stderr := sketch(t, "-data", data, "-out", out, "-lang", lang, "-lenient", "-target-jobs", "1500", "-protect", "min=3,dominance=2:85,p=10", "-reference", filepath.Join(dir, "reference.csv"))
		if status != 0 || !strings.Contains(stderr, "x4711x") {
			t.Fatalf("exit status %d: %s", status, stderr)
		}
		if strings.Contains(strings.ReplaceAll(stdout, dir, ""), "118") {
			t.Errorf("the terminal tells the hidden revenue: %s", stdout)
		}
		got := files(t, out)
		for _, of := range []string{"size-classes", "concentration", "summary", "rejected", "job-flows", "entry-and-exit", "high-growth"} {
			if _, ok := got["tables/"+of+".csv"]; ok {
				t.Errorf("a protected report has %s, which is made of single companies", of)
			}
		}
		for name, text := range got {
			switch filepath.Ext(name) {
			case ".png":
				continue // the picture of the SVG beside it
			case ".xlsx":
				text = unzipped(t, filepath.Join(out, name))
			}
			plain := regexp.MustCompile(`(\d)[.,\x{a0}\x{202f} ](\d)`).ReplaceAllString(text, "$1$2")
			plain = regexp.MustCompile(`(\d)[.,\x{a0}\x{202f} ](\d)`).ReplaceAllString(plain, "$1$2")
			for _, told := range []string{
				"741125", "761375", "777625", "88234567", "90234567", "91234567", // the company
				"755125", "775875", "791625", "90734570", "92734570", "93734570", // its sector
				"Zzyzx", "70000001", "Qwxyz", "x4711x", // names, numbers, and a row that was left out
				"118734", // a row of totals in the file
			} {
				for _, in := range []string{text, plain} {
					if strings.Contains(in, told) {
						at := strings.Index(in, told)
						t.Errorf("%s, %s tells %s: …%s…", lang, name, told, in[max(0, at-60):min(len(in), at+60)])
						break
					}
				}
			}
		}
		var provenance struct{ Input map[string]any }
		if err := json.Unmarshal([]byte(got["provenance.json"]), &provenance); err != nil || len(provenance.Input) != 2 {
			t.Errorf("the provenance tells %v of the files, %v", provenance.Input, err)
		}
		if !strings.Contains(got["tables/sectors.csv"], "Energy,2018,3,,,0,0\n") {
			t.Errorf("sectors.csv:\n%s", got["tables/sectors.csv"])
		}
		for _, want := range map[string][]string{
			"en": {"suppressed", "fewer than 3 companies", "left out of this protected report", "Where the sectors weigh more", "What single rows of the file say is left out"},
			"da": {"diskretioneret", "færre end 3 virksomheder", "udeladt af denne diskretionerede rapport", "Hvor brancherne vejer mere", "Hvad enkelte rækker i filen siger, er udeladt"},
		}[lang] {
			if !strings.Contains(got["report.md"], want) {
				t.Errorf("%s: the page lacks %q", lang, want)
			}
		}
	}
}

// TestProtectRefuses: what cannot be protected is not written.
func TestProtectRefuses(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "f.csv")
	for _, c := range []struct {
		text, want string
	}{
		{strings.Replace(secret, "3000003", "-5", 1), "f.csv cannot be protected"},
		{"company_id,sector,year,fte\n1,A,2018,5\n2,B,2018,6\n", "nothing is left to report"},
		{"sector,year,firms,fte\nA,2018,5,6\nB,2018,7,8\n", "f.csv: "},
	} {
		write(t, data, c.text)
		status, stdout, stderr := try(t, "-data", data, "-out", dir+"/out", "-lenient", "-protect", "min=3")
		if status != 1 || stdout != "" || !strings.Contains(stderr, c.want) {
			t.Errorf("exit status %d, %q, want %q", status, stderr, c.want)
		}
	}
	for _, rules := range []string{"", "min", "min=1", "min=3,min=4", "dominance=2", "dominance=2:100", "p=0", "p=x", "x=1"} {
		if status, _, stderr := try(t, "-data", data, "-out", dir+"/out", "-protect", rules); status != 2 || strings.Count(stderr, "\n") != 1 {
			t.Errorf("-protect %q: exit status %d, %q", rules, status, stderr)
		}
	}
}

// unzipped is all that stands in a workbook.
func unzipped(t *testing.T, path string) string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var b strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err == nil {
			_, err = io.Copy(&b, r)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}
