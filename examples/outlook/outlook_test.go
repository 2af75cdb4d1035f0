package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"smartcity/growth/locale"
)

const testdata = "../../testdata/"

func try(t *testing.T, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	status = run(t.Context(), &out, &err, args)
	return status, out.String(), err.String()
}

// told returns the chapter on the terminal as one line.
func told(t *testing.T, args ...string) string {
	t.Helper()
	status, stdout, stderr := try(t, args...)
	if status != 0 || stderr != "" {
		t.Fatalf("%q: exit status %d: %s", args, status, stderr)
	}
	return oneLine(stdout)
}

func oneLine(text string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("│", " ", "\u00a0", " ").Replace(text)), " ")
}

// ours are the arguments of the chapter on testdata.
func ours(args ...string) []string {
	return append([]string{"-data", testdata + "companies.csv", "-assumptions", testdata + "assumptions.csv", "-input-output", testdata + "input-output.csv"}, args...)
}

// rowsOf are the rows of a file of testdata by the names of their columns, read
// apart from the library.
func rowsOf(t *testing.T, file string) (rows []map[string]string) {
	t.Helper()
	f, err := os.Open(testdata + file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, name := range lines[0] {
			row[name] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func number(s string) float64 {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0 // "..", "" are no jobs that are known
	}
	return x
}

// TestChapter computes what the chapter says once more, from the files.
func TestChapter(t *testing.T) {
	jobs := map[string]float64{}
	for _, r := range rowsOf(t, "companies.csv") {
		if r["year"] == "2018" {
			jobs[r["sector"]] += number(r["fte"])
		}
	}
	level := func(base, market, share, productivity, elasticity float64) float64 {
		return base * math.Pow(math.Pow((1+market)*(1+share), elasticity)/(1+productivity), 7)
	}
	var levels [3]float64        // low, central, high
	all := map[string]float64{}  // under other assumptions, of all sectors
	var indirect, direct float64 // of the central scenario

	// Indirect jobs by rounds of suppliers, without inverting a matrix.
	industries := rowsOf(t, "input-output.csv")
	per100 := map[string]float64{}
	for j := range industries {
		demand := make([]float64, len(industries))
		demand[j] = 1
		total := 0.0
		for range 400 {
			next := make([]float64, len(industries))
			for k, x := range demand {
				total += x * number(industries[k]["jobs"]) / number(industries[k]["output"])
				for i := range industries {
					next[i] += x * number(industries[i][industries[k]["industry"]]) / number(industries[k]["output"])
				}
			}
			demand = next
		}
		own := number(industries[j]["jobs"]) / number(industries[j]["output"])
		per100[industries[j]["industry"]] = 100 * (total - own) / own
	}
	for _, r := range rowsOf(t, "assumptions.csv") {
		base, from, to := jobs[r["sector"]], number(r["market_low"]), number(r["market_high"])
		p, e := number(r["productivity"]), number(r["elasticity"])
		for i, market := range []float64{from, (from + to) / 2, to} {
			levels[i] += level(base, market, 0, p, e)
		}
		middle := (from + to) / 2
		direct += level(base, middle, 0, p, e)
		indirect += level(base, middle, 0, p, e) * per100[r["industry"]] / 100
		all["market low"] += level(base, .12, 0, p, e)
		all["market high"] += level(base, .17, 0, p, e)
		all["productivity"] += level(base, middle, 0, .03, e)
		all["elasticity"] += level(base, middle, 0, p, .8)
		all["share"] += level(base, middle, .01, p, e)
		all["grid"] += level(base, .2, 0, .03, e)
	}
	for _, l := range []locale.Language{locale.English, locale.Danish} {
		page := told(t, ours("-lang", l.Tag(), "-paths", "3000")...)
		n := func(x float64) string { return l.Number(x, 0) }
		percent := func(x float64) string { return strings.ReplaceAll(l.Percent(x, 1), "\u00a0", " ") }
		wants := []string{
			fmt.Sprintf(l.Pick("17,600 FTE in 2018 become %s in 2025; at the high end %s, and half-way %s", "bliver 17.600 årsværk i 2018 til %s i 2025; i den høje ende til %s og midt imellem til %s"), n(levels[0]), n(levels[2]), n(levels[1])),
			fmt.Sprintf(l.Pick("take growth of %s a year; the scenarios have %s, %s and %s.", "kræver en vækst på %s om året; scenarierne har %s, %s og %s"),
				percent(.104), percent(math.Pow(levels[0]/17600, 1./7)-1), percent(math.Pow(levels[1]/17600, 1./7)-1), strings.TrimSuffix(percent(math.Pow(levels[2]/17600, 1./7)-1), ".")),
			l.Pick("From 2014 to 2018 it was 9.1% a year.", "Fra 2014 til 2018 var den 9,1 pct. om året."),
			l.Pick("The target is reached in 2024 (high) and 2025 (central). By 2025 it is not reached in the low case.", "Målet nås i 2024 (høj) og 2025 (central)."),
			fmt.Sprintf(l.Pick("%s at 12%%, %s at 17%%", "%s ved 12 pct., %s ved 17 pct."), n(all["market low"]), n(all["market high"])),
			n(all["productivity"]) + l.Pick(" at 3%", " ved 3 pct."), n(all["elasticity"]) + l.Pick(" at 0.8", " ved 0,8"), n(all["share"]) + l.Pick(" at 1%", " ved 1 pct."), n(all["grid"]),
			fmt.Sprintf(l.Pick("go %s indirect jobs, %s per 100 direct", "følger %s indirekte job, %s pr. 100 direkte"), n(indirect), n(100*indirect/direct)),
			l.Pick("at most 5 known years", "højst 5 kendte år"), l.Pick("No backtest.", "Ingen afprøvning på fortiden."),
			l.Pick("27 of 2,300 companies", "27 af 2.300 virksomheder"), l.Pick("are synthetic", "er syntetiske"),
			l.Pick("3,000 paths", "3.000 forløb"),
		}
		for _, want := range wants {
			if !strings.Contains(page, oneLine(want)) {
				t.Errorf("%s: the chapter lacks %q", l.Tag(), want)
			}
		}
		if strings.Contains(page, "%!") || strings.Contains(page, "NaN") {
			t.Errorf("%s: a figure is not written", l.Tag())
		}
	}
}

// longFile is companies over 16 years in two sectors whose growth is steady.
func longFile(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("id,sector,year,fte\n")
	for i, g := range []float64{1.08, 1.05, 1.03} {
		for y := range 16 {
			fmt.Fprintf(&b, "%d,Sector %c,%d,%.2f\n", i+1, 'A'+i, 2003+y, 900*math.Pow(g, float64(y))+float64(7*y%11))
		}
	}
	path := filepath.Join(t.TempDir(), "long.csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestHistory: with enough years there is a backtest, and no reason that there is
// none.
func TestHistory(t *testing.T) {
	path := longFile(t)
	for lang, wants := range map[string][]string{
		"en": {"Methods on the past: 3 sectors", "MASE", "no change (naive)", "beats “no change” by", "with four chances in five of", "so nothing is said of indirect jobs", "12–17% a year"},
		"da": {"Metoderne på fortiden: 3 brancher", "ingen ændring (naiv)", "slår »ingen ændring« med", "fire chancer ud af fem for", "intet er sagt om indirekte job", "12–17 pct. om året"},
	} {
		page := told(t, "-data", path, "-lang", lang, "-to", "2023", "-target-jobs", "9000", "-paths", "3000")
		for _, want := range wants {
			if !strings.Contains(page, want) {
				t.Errorf("%s: the chapter lacks %q", lang, want)
			}
		}
		if strings.Contains(page, "synthetic") || strings.Contains(page, "syntetisk") {
			t.Errorf("%s: a file of one's own is called synthetic", lang)
		}
	}
}

// TestCertain: a single rate leaves nothing to chance, and nothing is said of it.
func TestCertain(t *testing.T) {
	page := told(t, "-data", longFile(t), "-growth", "3%", "-to", "2023", "-target-jobs", "9000", "-paths", "100")
	if !strings.Contains(page, "so that nothing is left to chance: 2023 has") || strings.Contains(page, "under other choices") {
		t.Error(page)
	}
	for _, want := range []string{"Market growth: ", " at 2%, ", " at 4%;", "Output per job is taken to stay what it is"} {
		if !strings.Contains(page, want) {
			t.Errorf("the chapter lacks %q", want)
		}
	}
}

func TestPage(t *testing.T) {
	var want string
	for _, procs := range []int{1, 3} {
		dir := filepath.Join(t.TempDir(), "out")
		was := runtime.GOMAXPROCS(procs)
		told(t, ours("-out", dir, "-lang", "da", "-paths", "3000")...)
		runtime.GOMAXPROCS(was)
		for _, name := range []string{
			"outlook.html", "outlook.md", "provenance.json", "charts/fan.svg", "charts/fan.png", "charts/fan-by-sector.svg", "charts/tornado.svg", "charts/grid.svg", "charts/waterfall.svg",
			"tables/scenarios.csv", "tables/waterfall.csv", "tables/simulation.csv", "tables/probability.csv", "tables/choices.csv", "tables/tornado.csv", "tables/grid.csv", "tables/indirect-jobs.csv", "tables/multipliers.csv", "tables/assumptions.csv",
		} {
			if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() == 0 {
				t.Errorf("%s: %v", name, err)
			}
		}
		page, err := os.ReadFile(filepath.Join(dir, "outlook.html"))
		if err != nil {
			t.Fatal(err)
		}
		if want == "" {
			want = string(page)
		}
		if string(page) != want {
			t.Errorf("another page with GOMAXPROCS=%d", procs)
		}
	}
}

func TestRefused(t *testing.T) {
	for _, args := range [][]string{{"-lang", "de"}, {"stray"}, {"-no-such-flag"}, {"-target-jobs", "0"}, {"-to", "0"}, {"-paths", "0"}} {
		if status, stdout, stderr := try(t, args...); status != 2 || stdout != "" || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%q: exit status %d, %q, %q", args, status, stdout, stderr)
		}
	}
	wrong := filepath.Join(t.TempDir(), "wrong.csv")
	if err := os.WriteFile(wrong, []byte("sector,industry,market_low,market_high,productivity,elasticity\nFishing,Other,0.1,0.2,0,1\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for what, args := range map[string][]string{
		"Fishing": {"-data", testdata + "companies.csv", "-assumptions", wrong},
		"2018":    ours("-to", "2018"),
		"no-file": {"-data", "no-file"},
		// The file has the other measure.
		"no column for employees (there is one for fte: -measure fte)": ours("-measure", "employees"),
		"-data": nil, // no testdata below this folder
	} {
		if status, stdout, stderr := try(t, args...); status != 1 || stdout != "" || !strings.Contains(stderr, what) {
			t.Errorf("%q: exit status %d, %q, %q", args, status, stdout, stderr)
		}
	}
	if status, _, _ := try(t, "-h"); status != 0 {
		t.Errorf("-h: exit status %d", status)
	}
}
