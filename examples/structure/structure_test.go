package main

import (
	"bytes"
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"slices"
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

// chapterText returns the chapter on the terminal as one line.
func chapterText(t *testing.T, args ...string) string {
	t.Helper()
	status, stdout, stderr := try(t, args...)
	if status != 0 || stderr != "" {
		t.Fatalf("%q: exit status %d: %s", args, status, stderr)
	}
	return oneLine(stdout)
}

func oneLine(text string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(text, "│", " ")), " ")
}

func contains(t *testing.T, what, text string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(text, oneLine(want)) {
			t.Errorf("%s lacks %q", what, want)
		}
	}
}

// economy is testdata as this test reads it, apart from the library: jobs by
// sector, region and year, of companies and of the reference.
type economy map[[3]string]float64

func readJobs(t *testing.T, file string) (economy, [][]string) {
	t.Helper()
	f, err := os.Open(testdata + file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := func(name string) int { return slices.Index(rows[0], name) }
	e := economy{}
	for _, r := range rows[1:] {
		if jobs, err := strconv.ParseFloat(r[at("fte")], 64); err == nil { // ".." and "" are not known
			e[[3]string{r[at("sector")], r[at("region")], r[at("year")]}] += jobs
		}
	}
	return e, rows
}

// sum adds up what a pattern fits, "" standing for all.
func (e economy) sum(sector, region, year string) float64 {
	s := 0.0
	for key, jobs := range e {
		if (sector == "" || key[0] == sector) && (region == "" || key[1] == region) && key[2] == year {
			s += jobs
		}
	}
	return s
}

// TestFigures computes figures of the prose anew, from the files and by the
// definitions, and looks for them in both languages.
func TestFigures(t *testing.T) {
	companies, rows := readJobs(t, "companies.csv")
	reference, _ := readJobs(t, "reference.csv")
	const water, region = "Water and climate adaptation", "Sjælland"

	quotient := companies.sum(water, region, "2018") / companies.sum("", region, "2018") / (reference.sum(water, "", "2018") / reference.sum("", "", "2018"))
	national := companies.sum("", "", "2014") * (reference.sum("", "", "2018")/reference.sum("", "", "2014") - 1)
	sectors, regions := map[string]bool{}, map[string]bool{}
	for key := range companies {
		sectors[key[0]], regions[key[1]] = true, true
	}
	mix, competitive, distance := 0.0, 0.0, 0.0
	for s := range sectors {
		e, f := companies.sum(s, "", "2014"), companies.sum(s, "", "2018")
		E, F := reference.sum(s, "", "2014"), reference.sum(s, "", "2018")
		all := reference.sum("", "", "2014")
		mix += e * (F/E - reference.sum("", "", "2018")/all)
		competitive += companies.sum("", "", "2014") * E / all * (f/e - F/E)
		distance += math.Abs(companies.sum(s, region, "2018")/companies.sum("", region, "2018") - F/reference.sum("", "", "2018"))
	}
	change := companies.sum("", "", "2018") - companies.sum("", "", "2014")
	points := 100 * (companies.sum("Energy", "", "2018") - companies.sum("Energy", "", "2014")) / companies.sum("", "", "2014")

	squares, sizes := 0.0, []float64{}
	for _, r := range rows[1:] {
		if jobs, err := strconv.ParseFloat(r[7], 64); err == nil && r[6] == "2018" {
			sizes = append(sizes, jobs)
			if r[2] == water {
				squares += jobs * jobs
			}
		}
	}
	equivalent := math.Pow(companies.sum(water, "", "2018"), 2) / squares
	slices.Sort(sizes)
	ten := 0.0
	for _, x := range sizes[len(sizes)-10:] {
		ten += x
	}
	gini := 0.0
	for i, x := range sizes {
		gini += float64(2*(i+1)-len(sizes)-1) * x
	}
	gini /= float64(len(sizes)) * 17600

	for lang, l := range map[string]locale.Language{"en": locale.English, "da": locale.Danish} {
		plus := func(x float64) string { // a change, as printed
			if s := l.Number(x, 0); x < 0 {
				return s
			} else {
				return "+" + s
			}
		}
		text := chapterText(t, "-data", testdata+"companies.csv", "-lang", lang)
		for _, want := range []string{
			l.Number(17600, 0), l.Number(2300, 0), l.Money(32e9, "DKK", locale.Billions, 0),
			water + l.Pick(" in ", " i ") + region + l.Pick(", ", " med ") + l.Number(quotient, 2),
			region + l.Pick(", with ", " med ") + l.Number(distance, 3) + l.Pick(" of 2", " af 2"),
			l.Percent(distance/2, 1) + l.Pick(" of its FTE", " af dens årsværk"),
			plus(change), plus(national) + l.Pick(": the national share", ": den nationale effekt"),
			plus(mix) + l.Pick(": the industry mix", ": brancheeffekten"), plus(change - national - mix),
			plus(competitive) + l.Pick(" is the competitive effect", " er konkurrenceeffekten"),
			plus(change-national-mix-competitive) + l.Pick(" the allocation effect", " er allokeringseffekten"),
			l.Pick("Hovedstaden has the most FTE: ", "Hovedstaden har flest årsværk: ") + l.Number(companies.sum("", "Hovedstaden", "2018"), 0) + l.Pick(" of ", " af ") + l.Number(17600, 0) + " (" + strings.TrimSuffix(l.Percent(companies.sum("", "Hovedstaden", "2018")/17600, 1), "."),
			l.Number(points, 2) + l.Pick(" percentage points", " procentpoint"),
			l.Number(equivalent, 1) + l.Pick(" equal ones", " lige store"),
			l.Pick("ten largest companies have ", "de ti største virksomheder ") + strings.TrimSuffix(l.Percent(ten/17600, 1), "."),
			l.Pick("is ", "er ") + l.Number(gini, 3),
		} {
			contains(t, lang, text, want)
		}
	}
}

// TestWords: every part is there in both languages, and the Danish chapter has
// no English words but those of the data.
func TestWords(t *testing.T) {
	contains(t, "the chapter", chapterText(t, "-data", testdata+"companies.csv"),
		"Structure of the sectors, 2018", "(equivalent number", "Theil’s T by sector", "Companies by size class in 2014 and in 2018", "Points of the Lorenz curves", "Contributions to the growth",
		"The companies are synthetic", "This economy is synthetic", "halved, from 0 to 1", "Ellison and Glaeser’s index", "Dunn (1960)", "Dunn by region", "Esteban-Marquillas (1972)", "Arcelus (1984)",
		"Barff and Knight 1988", "Fewer than three companies stand behind: Medium → Large", "No company is named", "FTE: sums and ratios are without 7 not stated and 20 suppressed")
	danish := chapterText(t, "-data", testdata+"virksomheder.csv", "-lang", "da")
	contains(t, "kapitlet", danish,
		"Branchernes struktur, 2018", "(ækvivalent antal", "Theils T efter branche", "Virksomheder efter størrelse i 2014 og i 2018", "Punkter på Lorenz-kurverne", "Bidrag til væksten i årsværk",
		"Virksomhederne er syntetiske", "Også denne økonomi er syntetisk", "halveret, fra 0 til 1", "Ellison og Glaesers indeks", "Dunn (1960)", "Dunn efter region", "Esteban-Marquillas (1972)", "Arcelus (1984)",
		"Barff og Knight 1988", "Færre end tre virksomheder ligger bag: Mellemstore → Store", "Ingen virksomhed er nævnt ved navn", "Årsværk: summer og forholdstal er uden 7 uoplyste og 20 diskretionerede tal",
		"mio. kr.", "mia. kr.", "(pct.)", "procentpoint")
	for _, english := range []string{" the ", " of ", " with ", "Companies", "Revenue", "Share", "Total", "Sector", "Growth", "suppressed", "not stated", "remainder", "FTE", "DKK", "%", "n/a", "pct..", "kr.."} {
		if i := strings.Index(danish, english); i >= 0 {
			t.Errorf("the Danish chapter says %q: …%s…", english, danish[max(0, i-60):min(len(danish), i+60)])
		}
	}
}

func TestWithoutReference(t *testing.T) {
	dir := t.TempDir()
	data, err := os.ReadFile(testdata + "companies.csv")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "companies.csv")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	for lang, want := range map[string]string{"en": "there is no file " + filepath.Join(dir, "reference.csv"), "da": "der er ingen fil " + filepath.Join(dir, "reference.csv")} {
		text := chapterText(t, "-data", file, "-lang", lang)
		contains(t, lang, text, want, "-reference FI")
		for _, not := range []string{"Dunn", "Krugman", "Glaeser (", "LQ", "synt"} {
			if strings.Contains(text, not) {
				t.Errorf("%s: %q without a reference", lang, not)
			}
		}
	}
	contains(t, "no reference", chapterText(t, "-data", testdata+"companies.csv", "-reference", ""), "and there is none")
	if status, _, stderr := try(t, "-data", file, "-reference", filepath.Join(dir, "no.csv")); status != 1 || !strings.Contains(stderr, "no.csv") || strings.Count(stderr, "\n") != 1 {
		t.Errorf("a reference that is not there: exit status %d, %q", status, stderr)
	}
	contains(t, "one named", chapterText(t, "-data", file, "-reference", testdata+"reference.csv"), "Dunn (1960)")
	t.Chdir(dir)
	if status, _, stderr := try(t); status != 1 || !strings.Contains(stderr, "-data") || strings.Count(stderr, "\n") != 1 {
		t.Errorf("without test data: exit status %d, %q", status, stderr)
	}
}

func TestFlags(t *testing.T) {
	for _, args := range [][]string{{"-lang", "de"}, {"stray"}, {"-no-such-flag"}, {"-measure", "people"}, {"-year", "0"}} {
		if status, stdout, stderr := try(t, args...); status != 2 || stdout != "" || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%q: exit status %d, %q, %q", args, status, stdout, stderr)
		}
	}
	if status, _, stderr := try(t, "-data", testdata+"companies.csv", "-measure", "employees"); status != 1 || !strings.Contains(stderr, "employees") {
		t.Errorf("a measure that is not there: exit status %d, %q", status, stderr)
	}
	if status, _, stderr := try(t, "-data", testdata+"reference.csv"); status != 1 || !strings.Contains(stderr, "single company") {
		t.Errorf("rows of several companies: exit status %d, %q", status, stderr)
	}
	if status, _, stderr := try(t, "-h"); status != 0 || !strings.Contains(stderr, "-reference") {
		t.Errorf("-h: exit status %d, %q", status, stderr)
	}
}
