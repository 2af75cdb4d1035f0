package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"smartcity/growth/locale"
)

const testdata = "../../testdata/companies.csv"

func try(t *testing.T, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	status = run(t.Context(), &out, &err, args)
	return status, out.String(), err.String()
}

// told is the chapter on a terminal, as one line with ordinary spaces.
func told(t *testing.T, args ...string) string {
	t.Helper()
	status, stdout, stderr := try(t, args...)
	if status != 0 || stderr != "" {
		t.Fatalf("%q: exit status %d: %s", args, status, stderr)
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(stdout, "\u00a0", " ")), " ")
}

// file writes a company file of its own.
func file(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "companies.csv")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestFigures reckons what the prose says by another way, on the test data and on
// a part of it: nothing on the page is there but by the data.
func TestFigures(t *testing.T) {
	data, err := os.ReadFile(testdata)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(strings.TrimSpace(string(data)), "\n")
	part := strings.Join(slices.DeleteFunc(slices.Clone(lines), func(line string) bool {
		return strings.Contains("13579", line[7:8]) // companies with an odd number
	}), "")
	for name, text := range map[string]string{"all": string(data), "part": part} {
		n := readNaively(t, text)
		from, to := n.years[len(n.years)-2], n.years[len(n.years)-1]
		f := n.flows(from, to)
		creation, destruction := f.births+f.growing, f.deaths+f.shrinking
		eligible, high, gazelles := n.fast(to - 3)
		before, after := n.perJob(n.years[0], to)
		effect := n.companiesEffect(n.years[0], to)
		companies, grown := n.matched(from, to)
		change, within, static, dynamic := n.bySector(n.years[0], to)
		gross, net := creation+destruction, creation-destruction
		var unknown, there []int
		for i := range n.years[1:] {
			f := n.flows(n.years[i], n.years[i+1])
			unknown, there = append(unknown, f.unknown), append(there, f.unknown+f.measured)
		}
		chained := 1.0
		for i := range n.years[1:] {
			_, g := n.matched(n.years[i], n.years[i+1])
			chained *= 1 + g
		}
		path := file(t, text)
		for _, l := range []locale.Language{locale.English, locale.Danish} {
			page := told(t, "-data", path, "-lang", l.Tag())
			jobs := func(x float64) string { return l.Number(x, 0) }
			whole := func(n int) string { return l.Number(float64(n), 0) }
			percent := func(x float64) string {
				return strings.ReplaceAll(signed(x, func(x float64) string { return l.Percent(x, 1) }), "\u00a0", " ")
			}
			share := func(a, b int) string { return strings.TrimPrefix(percent(float64(a)/float64(b)), "+") }
			wants := []string{
				fmt.Sprintf(l.Pick("From %d to %d companies created %s FTE: %s in companies that were born and %s in companies that grew. %s were destroyed: %s in companies that died and %s in companies that shrank. The net change is %s",
					"Fra %d til %d skabte virksomhederne job svarende til %s årsværk: %s i nye virksomheder og %s i virksomheder, der voksede. %s blev nedlagt: %s i virksomheder, der ophørte, og %s i virksomheder, der skrumpede. Nettoændringen er %s"),
					from, to, jobs(creation), jobs(f.births), jobs(f.growing), jobs(destruction), jobs(f.deaths), jobs(f.shrinking), signed(creation-destruction, jobs)),
				fmt.Sprintf(l.Pick("Born in %d: %s companies", "Nye i %d: %s virksomheder"), to, whole(f.entry)),
				fmt.Sprintf(l.Pick("Active for the last time in %d: %s companies", "Aktive for sidste gang i %d: %s virksomheder"), from, whole(f.exit)),
				fmt.Sprintf(l.Pick("%s of %s (%s) under Statistics Denmark", "%s af %s (%s) efter Danmarks Statistik"), whole(high), whole(eligible), share(high, eligible)),
				fmt.Sprintf(l.Pick("Gazelles among them: %d", "Gazeller blandt dem: %d"), gazelles),
				fmt.Sprintf(l.Pick("revenue per FTE went from DKK %s to DKK %s: %s", "omsætning pr. årsværk fra %s kr. til %s kr.: %s"), jobs(before), jobs(after), signed(after-before, jobs)),
				fmt.Sprintf(l.Pick("%s come from the number of companies", "kommer %s af antallet af virksomheder"), signed(effect, jobs)),
				fmt.Sprintf(l.Pick("chained from year to year, is %s", "kædet fra år til år, er %s"), strings.TrimSuffix(percent(chained-1), ".")),
				strings.TrimSuffix(percent(grown), l.Pick("%", " pct.")), whole(companies),
				jobs(n.total(to)) + l.Pick(" Full-time equivalents (FTE), ", " Fuldtidsbeskæftigede (årsværk), "),
				fmt.Sprintf(l.Pick("DKK %s Revenue per FTE, %d", "%s kr. Omsætning pr. årsværk, %d"), jobs(n.yearPerJob(to)), to),
				fmt.Sprintf(l.Pick("Gross, %s jobs were created or destroyed, %s more", "Brutto blev %s job skabt eller nedlagt, %s flere"), jobs(gross), jobs(gross-max(net, -net))),
				fmt.Sprintf(l.Pick("took %s FTE along", "tog %s årsværk med sig"), jobs(f.moved)),
				fmt.Sprintf(l.Pick("Companies kept out in this way, a pair: %s–%s of %s–%s.", "Virksomheder, der således holdes ude, pr. årspar: %s–%s af %s–%s."),
					whole(slices.Min(unknown)), whole(slices.Max(unknown)), whole(slices.Min(there)), whole(slices.Max(there))),
				fmt.Sprintf(l.Pick("In %d the covariance is %s", "I %d er kovariansen %s"), to, signed(n.covariance(to), jobs)),
				fmt.Sprintf(l.Pick("Of a change of %s, %s is growth of the sectors' own", "Af en ændring på %s er %s vækst i branchernes egen"), signed(change, jobs), signed(within, jobs)),
				fmt.Sprintf(l.Pick("%s comes from jobs moving to sectors where it is %s (static), and %s from", "%s kommer af, at job flytter til brancher, hvor den er %s (statisk), og %s af"),
					signed(static, jobs), either(static, l.Pick("higher", "højere"), l.Pick("lower", "lavere"), ""), signed(dynamic, jobs)),
			}
			for _, years := range []int{1, 3} {
				births, alive := n.survivors(years)
				wants = append(wants, fmt.Sprintf(l.Pick("%s of the %s companies that can be seen so long (%s)", "%s af de %s virksomheder, der kan ses så længe (%s)"), whole(alive), whole(births), share(alive, births)))
			}
			for i := range n.years[1:] {
				wants = append(wants, fmt.Sprint(n.years[i], "–", n.years[i+1]), whole(n.flows(n.years[i], n.years[i+1]).unknown))
			}
			for _, want := range wants {
				if !strings.Contains(page, want) {
					t.Errorf("%s, %s: the chapter lacks %q", name, l.Tag(), want)
				}
			}
		}
	}
}

// TestSameFromBothFiles: the Danish file holds the same rows, and the order of
// rows does not matter.
func TestSameFromBothFiles(t *testing.T) {
	want := strings.ReplaceAll(told(t, "-data", testdata, "-lang", "da"), "companies.csv", "FILE")
	if got := strings.ReplaceAll(told(t, "-data", "../../testdata/virksomheder.csv", "-lang", "da"), "virksomheder.csv", "FILE"); got != want {
		t.Error("virksomheder.csv makes another chapter than companies.csv")
	}
	data, err := os.ReadFile(testdata)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(strings.TrimSpace(string(data))+"\n", "\n")
	slices.Reverse(lines[1:])
	turned := strings.Join(lines, "")
	note := "│ Bemærk │ Virksomhederne er syntetiske: De er opdigtet for at afprøve metoderne og siger intet om Danmark. "
	if !strings.Contains(want, note) {
		t.Error("the chapter does not say that the test data are synthetic")
	}
	want = strings.ReplaceAll(want, note, "")
	if got := strings.ReplaceAll(told(t, "-data", file(t, turned), "-lang", "da"), "companies.csv", "FILE"); got != want {
		t.Error("the rows in the opposite order make another chapter")
	}
}

// TestSmall is the check of DOMAIN.md, section 5, in both measures.
func TestSmall(t *testing.T) {
	rows := "\nA,X,2017,10\nA,X,2018,12\nB,X,2017,20\nB,X,2018,18\nC,Y,2017,10\nD,Y,2018,10\n"
	for measure, unit := range map[string]string{"fte": "FTE", "employees": "employees"} {
		page := told(t, "-measure", measure, "-data", file(t, "company_id,sector,year,"+measure+rows))
		for _, want := range []string{
			"created 12.0 " + unit + ": 10.0 in companies that were born and 2.0 in companies that grew. 12.0 were destroyed: 10.0 in companies that died and 2.0",
			"net change is 0.0", "60.0% of the jobs", "Born in 2018: 1 company, 33.3% of the 3 active", "too few years for this section", "no company whose jobs and revenue are both known",
			"Rows behind these tables, all years included, with figures that rest on one or two companies: 3.",
		} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: the chapter lacks %q:\n%s", measure, want, page)
			}
		}
	}
}

func TestPage(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	told(t, "-data", testdata, "-out", dir)
	for _, name := range []string{"dynamics.html", "dynamics.md", "charts/revenue-per-job-by-sector.svg", "tables/job-flows.csv", "tables/survival.csv", "provenance.json"} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestErrors: one line on standard error and nothing on standard output.
func TestErrors(t *testing.T) {
	one := file(t, "company_id,sector,year,fte\nA,X,2017,10\n")
	foreign := t.TempDir()
	if err := os.WriteFile(filepath.Join(foreign, "mine.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		status int
		says   string
		args   []string
	}{
		{2, "language", []string{"-lang", "de"}},
		{2, "stray", []string{"stray"}},
		{2, "no-such-flag", []string{"-no-such-flag"}},
		{1, "-data", nil}, // there is no testdata below this folder
		{1, "no.csv", []string{"-data", "no.csv"}},
		{1, "too few years", []string{"-data", one}},
		{1, "employees", []string{"-data", one, "-measure", "employees"}},
		{1, "column for id", []string{"-data", file(t, "sector,year,fte\nX,2017,10\nX,2018,11\n")}},
		{1, "mine.txt", []string{"-data", testdata, "-out", foreign}},
	} {
		status, stdout, stderr := try(t, c.args...)
		if status != c.status || stdout != "" || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, c.says) {
			t.Errorf("%q: exit status %d, %q, %q", c.args, status, stdout, stderr)
		}
	}
	if status, _, stderr := try(t, "-h"); status != 0 || !strings.Contains(stderr, "-measure") {
		t.Errorf("-h: exit status %d, %q", status, stderr)
	}
}

// signed puts a plus sign before what format writes of a number above zero.
func signed(x float64, format func(float64) string) string {
	s := format(x)
	if x > 0 {
		s = "+" + s
	}
	return s
}

// either picks words by the sign of a number.
func either(x float64, above, below, otherwise string) string {
	switch {
	case x > 0:
		return above
	case x < 0:
		return below
	}
	return otherwise
}
