package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const testdata = "../../testdata/"

// try runs the command and returns its exit status and streams.
func try(t *testing.T, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	status = run(t.Context(), &out, &err, append([]string{"-paths", "1000"}, args...)) // drawing more takes time and shows nothing
	return status, out.String(), err.String()
}

func must(t *testing.T, args ...string) {
	t.Helper()
	if status, _, stderr := try(t, args...); status != 0 {
		t.Fatalf("report %q: exit status %d: %s", args, status, stderr)
	}
}

// files reads a folder whole.
func files(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		data, err := os.ReadFile(path)
		out[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func records(t *testing.T, text string) [][]string {
	t.Helper()
	out, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestMainJob(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "report")
	status, stdout, stderr := try(t, "-data", testdata+"companies.csv", "-out", dir)
	if status != 0 || stderr != "" {
		t.Fatalf("exit status %d: %s", status, stderr)
	}
	for _, want := range []string{"2018: 17,600 full-time equivalents in 2,300 companies, revenue DKK\u00a032\u00a0bn", "2025: 38,908–52,822 full-time equivalents at 12–17% a year"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("standard output lacks %q:\n%s", want, stdout)
		}
	}
	got := files(t, dir)
	want := []string{
		"charts/fan-by-sector.png", "charts/fan-by-sector.svg", "charts/fan.png", "charts/fan.svg", "charts/growth-and-revenue.png", "charts/growth-and-revenue.svg", "charts/job-flows.png",
		"charts/job-flows.svg", "charts/jobs-ahead.png", "charts/jobs-ahead.svg", "charts/jobs-by-sector.png", "charts/jobs-by-sector.svg", "charts/jobs-in-two-years.png",
		"charts/jobs-in-two-years.svg", "charts/revenue-per-job-by-sector.png", "charts/revenue-per-job-by-sector.svg", "charts/sectors-by-region.png", "charts/sectors-by-region.svg",
		"charts/sectors-index.png", "charts/sectors-index.svg", "charts/size-classes.png", "charts/size-classes.svg", "charts/tornado.png", "charts/tornado.svg", "charts/waterfall.png",
		"charts/waterfall.svg", "provenance.json", "report.html", "report.md", "tables.xlsx", "tables/concentration.csv", "tables/contributions.csv", "tables/entry-and-exit-by-sector.csv",
		"tables/entry-and-exit.csv", "tables/growth-and-revenue.csv", "tables/high-growth.csv", "tables/job-flows.csv", "tables/jobs-ahead.csv", "tables/jobs-in-two-years.csv",
		"tables/projection-by-sector.csv", "tables/projection.csv", "tables/quality.csv", "tables/revenue-per-job.csv", "tables/sectors-by-region.csv", "tables/sectors-index.csv",
		"tables/sectors.csv", "tables/simulation.csv", "tables/size-classes.csv", "tables/tornado.csv", "tables/waterfall.csv",
	}
	names := []string{}
	for name := range got {
		names = append(names, name)
	}
	if slices.Sort(names); !slices.Equal(names, want) {
		t.Errorf("files %q, want %q", names, want)
	}

	if page := got["report.md"]; !strings.Contains(page, "**17,600** (+8.9% since 2017; without 7 companies") {
		t.Errorf("the page lacks the change since the year before:\n%s", page[:600])
	}
	// sectors.csv: the published totals of 2018, added up from its rows.
	sectors := records(t, got["tables/sectors.csv"])
	if h := strings.Join(sectors[0], ","); h != "sector,year,firms,fte,revenue,fte_missing,revenue_missing" {
		t.Errorf("sectors.csv begins %s", h)
	}
	sum := map[string]float64{}
	for _, r := range sectors[1:] {
		for i, name := range []string{"firms", "fte", "revenue", "fte_missing", "revenue_missing"} {
			x, err := strconv.ParseFloat(r[i+2], 64)
			if err != nil {
				t.Fatal(err)
			}
			if r[1] == "2018" {
				sum[name] += x
			}
		}
	}
	if sum["firms"] != 2300 || sum["fte"] != 17600 || sum["revenue"] != 32e9 || sum["fte_missing"] != 7 || sum["revenue_missing"] != 13 {
		t.Errorf("2018 adds up to %v", sum)
	}

	// projection.csv: both scenarios, base year included.
	projection := records(t, got["tables/projection.csv"])
	if len(projection) != 1+2*8 || strings.Join(projection[0], ",") != "year,scenario,rate,fte,gain" || strings.Join(projection[1], ",") != "2018,low,0.12,17600,0" {
		t.Errorf("projection.csv: %v", projection)
	}
	for _, r := range projection[len(projection)-2:] {
		level, _ := strconv.ParseFloat(r[3], 64)
		gain, _ := strconv.ParseFloat(r[4], 64)
		if want := map[string]string{"low": "38908 21308", "high": "52822 35222"}[r[1]]; r[0] != "2025" || fmt.Sprintf("%.0f %.0f", level, gain) != want {
			t.Errorf("2025 %s: %v", r[1], r)
		}
	}

	// provenance.json: every other file with its checksum, and the input's.
	var provenance struct {
		Input struct {
			File, SHA256 string
			Bytes        int64
		}
		Counts struct{ Rows, Kept int }
		Files  []struct {
			Name, SHA256 string
			Size         int64
		}
	}
	if err := json.Unmarshal([]byte(got["provenance.json"]), &provenance); err != nil {
		t.Fatal(err)
	}
	input, err := os.ReadFile(testdata + "companies.csv")
	if err != nil {
		t.Fatal(err)
	}
	if p := provenance.Input; p.File != "companies.csv" || p.SHA256 != hash(string(input)) || p.Bytes != int64(len(input)) || provenance.Counts.Rows != 10747 || provenance.Counts.Kept != 10747 {
		t.Errorf("provenance: %+v", provenance)
	}
	if len(provenance.Files) != len(want)-1 {
		t.Errorf("%d files are listed, want %d", len(provenance.Files), len(want)-1)
	}
	for _, f := range provenance.Files {
		if f.SHA256 != hash(got[f.Name]) {
			t.Errorf("%s has not the checksum that is listed", f.Name)
		}
	}
	if strings.Contains(got["provenance.json"], dir) || strings.Contains(got["report.html"], dir) {
		t.Error("a path of this machine stands in the report")
	}
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

// TestSameBytes: the same at one core and at several, and a second time into
// the same folder.
func TestSameBytes(t *testing.T) {
	want, dir := files(t, full(t, "en")), t.TempDir()+"/out"
	if err := os.CopyFS(dir, os.DirFS(full(t, "da"))); err != nil {
		t.Fatal(err)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	must(t, whole("en", dir)...) // over another report
	got := files(t, dir)
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s differs", name)
		}
	}
	if len(got) != len(want) {
		t.Errorf("the folder holds %d files, want %d", len(got), len(want))
	}
}

// TestDanishFile: the same data as a Danish file give the same tables.
func TestDanishFile(t *testing.T) {
	en, da := files(t, full(t, "en")), files(t, full(t, "da"))
	for name := range en {
		if strings.HasPrefix(name, "tables/") && name != "tables/quality.csv" && en[name] != da[name] {
			t.Errorf("%s differs", name)
		}
	}
	for _, want := range []string{`lang="da"`, "Job og vækstpotentiale", "17.600", "32\u00a0mia.\u00a0kr.", "12–17\u00a0pct. om året", "17\u00a0pct. om året giver 35.222 flere job", "af dem når 35.200 i 2025", "17\u00a0pct. om året i syv år fra 2018"} {
		if !strings.Contains(da["report.html"], want) {
			t.Errorf("the Danish page lacks %q", want)
		}
	}
}

const good = "company_id,sector,year,fte,revenue\n1,Energy,2017,5,900\n1,Energy,2018,10,1000\n2,Water,2018,20,3000\n"

// TestBadInput: one clear error that says where and what, exit status 1, and
// nothing written; the same file with the fault mended makes a report.
func TestBadInput(t *testing.T) {
	mended := map[string]bool{} // reports that were made; many mistakes have the same remedy
	for _, c := range []struct {
		name, bad, good string
		args            []string
		want            []string
	}{
		{"empty file", "", good, nil, []string{"f.csv: the file is empty"}},
		{"header without rows", "sector,year,fte\n", good, nil, []string{"no rows below the header"}},
		{"a workbook", "PK\x03\x04", good, nil, []string{"not a CSV file", "Excel"}},
		{"required column absent", "company_id,year,fte\n1,2018,1\n", good, nil, []string{"no column for sector", `"company_id", "year", "fte"`}},
		{"mapping to no header", good, strings.Replace(good, "fte", "Jobs", 1), []string{"-column", "fte=Jobs"}, []string{`no header "Jobs"`, `"fte"`}},
		{"negative FTE", strings.Replace(good, ",10,", ",-10,", 1), good, nil, []string{"f.csv:3", `"fte"`, `"-10"`}},
		{"1e400", strings.Replace(good, ",10,", ",1e400,", 1), good, nil, []string{"f.csv:3", `"1e400"`}},
		{"0x1F", strings.Replace(good, ",10,", ",0x1F,", 1), good, nil, []string{"f.csv:3", `"0x1F"`}},
		{"year 20188", strings.Replace(good, "2018,10", "20188,10", 1), good, nil, []string{"f.csv:3", `"20188"`, "four digits"}},
		{"a row too short", good + "3,Waste,2018,7\n", good + "3,Waste,2018,7,\n", nil, []string{"f.csv:5", "columns"}},
		{"a row too long", good + "3,Waste,2018,7,8,9\n", good + "3,Waste,2018,7,8\n", nil, []string{"f.csv:5", "columns"}},
		{"an open quote", good + "3,\"Waste,2018,7,8\n", good + "3,\"Waste\",2018,7,8\n", nil, []string{"f.csv:5", "quote"}},
		{"a doubled company-year", good + "2,Water,2018,20,3000\n", good + "2,Water,2017,20,3000\n", nil, []string{"f.csv:5", "2018", "after line 4"}},
		{"two currencies", strings.Replace(strings.Replace(good, "900", "DKK 900", 1), "3000", "EUR 3000", 1), strings.Replace(good, "900", "DKK 900", 1), nil, []string{"f.csv:4", "EUR", "DKK in line 2"}},
		{"no job figure", "sector,year,revenue\nEnergy,2018,1\n", good, nil, []string{"no column for fte"}},
		{"the other measure", strings.Replace(good, "fte", "employees", 1), good, nil, []string{"-measure employees"}},
		{"no known jobs", "sector,year,fte\nEnergy,2018,..\n", good, nil, []string{"no fte figure is known", "2018"}},
		{"no jobs at all", "sector,year,fte\nEnergy,2018,0\n", good, nil, []string{"not positive"}},
		{"base year not in the data", good, strings.Replace(good, "2017", "2015", 1), []string{"-base-year", "2015"}, []string{"base year, 2015", "2017 2018"}},
		{"a quarter", strings.Replace(good, "2018,10", "2018K1,10", 1), good, nil, []string{"f.csv:3", `"2018K1"`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			data, out := filepath.Join(dir, "f.csv"), filepath.Join(dir, "out")
			write(t, data, c.bad)
			status, stdout, stderr := try(t, append([]string{"-data", data, "-out", out}, c.args...)...)
			if status != 1 || stdout != "" || strings.Count(stderr, "\n") != 1 || !strings.HasPrefix(stderr, "report: ") {
				t.Errorf("exit status %d, stdout %q, stderr %q", status, stdout, stderr)
			}
			for _, want := range c.want {
				if !strings.Contains(stderr, want) {
					t.Errorf("the error lacks %q: %s", want, stderr)
				}
			}
			if _, err := os.Stat(out); !os.IsNotExist(err) {
				t.Errorf("a folder was written: %v", err)
			}
			if key := fmt.Sprint(c.good, c.args); !mended[key] {
				mended[key] = true
				write(t, data, c.good)
				undrawn(t, append([]string{"-data", data, "-out", out}, c.args...)...)
			}
		})
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestBadPlaces: inputs and output folders that cannot be used.
func TestBadPlaces(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "f.csv")
	write(t, data, good)
	foreign := filepath.Join(dir, "foreign")
	if err := os.Mkdir(foreign, 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(foreign, "thesis.docx"), "mine")
	for _, c := range []struct {
		name string
		args []string
		want []string
	}{
		{"a folder for a file", []string{"-data", dir, "-out", dir + "/x"}, []string{dir, "is a folder"}},
		{"a missing file", []string{"-data", dir + "/no.csv", "-out", dir + "/x"}, []string{"no.csv", "no such file"}},
		{"a file for a folder", []string{"-data", data, "-out", data}, []string{data}},
		{"a folder below a file", []string{"-data", data, "-out", data + "/x"}, []string{data}},
		{"the input below the output", []string{"-data", data, "-out", dir, "-force"}, []string{data, dir, "replace"}},
		{"somebody else's files", []string{"-data", data, "-out", foreign}, []string{foreign, "thesis.docx"}},
	} {
		status, stdout, stderr := try(t, c.args...)
		if status != 1 || stdout != "" || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%s: exit status %d, stdout %q, stderr %q", c.name, status, stdout, stderr)
		}
		for _, want := range c.want {
			if !strings.Contains(stderr, want) {
				t.Errorf("%s: the error lacks %q: %s", c.name, want, stderr)
			}
		}
	}
	if got := files(t, foreign); len(got) != 1 || got["thesis.docx"] != "mine" {
		t.Errorf("somebody else's folder now holds %v", got)
	}
	sketched(t, "-data", data, "-out", foreign, "-force")
	if got := files(t, foreign); got["thesis.docx"] != "mine" || got["provenance.json"] == "" {
		t.Error("-force did not write beside the foreign file")
	}
	t.Chdir(dir)
	if status, _, stderr := try(t); status != 1 || !strings.Contains(stderr, "-data") || strings.Count(stderr, "\n") != 1 {
		t.Errorf("without test data: exit status %d, %q", status, stderr)
	}
}

// TestBadFlags: exit status 2, one line, nothing written.
func TestBadFlags(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "f.csv")
	write(t, data, good)
	for _, args := range [][]string{
		{"-no-such-flag"}, {"-lang", "de"}, {"-measure", "people"}, {"-growth", "17-12%"}, {"-growth", "12-17"}, {"-column", "fte"}, {"-column", "jobs=x"}, {"-column", "fte="},
		{"-column", "fte=a", "-column", "fte=b"}, {"-year", "20188"}, {"-year", "x"}, {"-revenue-unit", "0"}, {"-revenue-unit", "-1"}, {"-revenue-unit", "NaN"}, {"-currency", "kr."},
		{"-target-jobs", "0"}, {"-paths", "0"}, {"-seed", "-1"}, {"-target-jobs", "-5"}, {"-target-jobs", "many"}, {"-base-year", "2018", "-to", "2018"}, {"-to", "2010"}, {"-to", "3000"}, {"-to", "0"}, {"-year", "0"}, {"-base-year", "0"}, {"-decimal", "semicolon"}, {"-out", ""}, {"stray.csv"},
	} {
		status, stdout, stderr := try(t, append([]string{"-data", data, "-out", dir + "/out"}, args...)...)
		if status != 2 || stdout != "" || strings.Count(stderr, "\n") != 1 || !strings.HasPrefix(stderr, "report: ") {
			t.Errorf("%q: exit status %d, stdout %q, stderr %q", args, status, stdout, stderr)
		}
	}
	if _, err := os.Stat(dir + "/out"); !os.IsNotExist(err) {
		t.Errorf("a folder was written: %v", err)
	}
	if status, _, stderr := try(t, "-h"); status != 0 || !strings.Contains(stderr, "-target-jobs") {
		t.Errorf("-h: exit status %d, %q", status, stderr)
	}
}

func TestLenient(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "f.csv")
	write(t, data, good+"3,Waste,2018,x7,1\n4,Waste,2018\n5,Waste,2018,4,1\n")
	status, _, stderr := sketch(t, "-data", data, "-out", dir+"/out", "-lenient")
	if status != 0 || strings.Count(stderr, "\n") != 2 || !strings.Contains(stderr, "f.csv:5") || !strings.Contains(stderr, "f.csv:6") {
		t.Errorf("exit status %d: %s", status, stderr)
	}
	got := files(t, dir+"/out")
	if !strings.Contains(got["tables/sectors.csv"], "Waste,2018,1,4,1,0,0\n") {
		t.Errorf("sectors.csv:\n%s", got["tables/sectors.csv"])
	}
	if !strings.Contains(got["tables/rejected.csv"], "5,fte,x7,") || !strings.Contains(got["provenance.json"], `"line": 5`) {
		t.Errorf("what was left out is not in the report")
	}
}

// TestFlags checks that each flag does what it says.
func TestFlags(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "f.csv")
	write(t, data, "Felt;Ansatte;fte;Oms\nEnergi;12;..;1,5\nVand;8;3;2\n;5;..;\n")
	sketched(t, "-data", data, "-out", dir+"/out", "-column", "sector=felt", "-column", "revenue=Oms", "-year", "2020", "-measure", "employees", "-currency", "EUR",
		"-revenue-unit", "1e6", "-growth", "0..10%", "-to", "2022", "-target-jobs", "30", "-lang", "da", "-name", "Fødevarer")
	got := files(t, dir+"/out")
	want := "sector,year,firms,employees,revenue,employees_missing,revenue_missing\nEnergi,2020,1,12,1500000,0,0\nVand,2020,1,8,2000000,0,0\n,2020,1,5,,0,1\n"
	if got["tables/sectors.csv"] != want {
		t.Errorf("sectors.csv:\n%s\nwant\n%s", got["tables/sectors.csv"], want)
	}
	if !strings.HasPrefix(got["tables/projection.csv"], "year,scenario,rate,employees,gain\n2020,low,0,25,0\n2020,high,0.1,25,0\n") {
		t.Errorf("projection.csv:\n%s", got["tables/projection.csv"])
	}
	for _, want := range []string{"Fødevarer: job og vækstpotentiale", "Uoplyst", "EUR", "aldrig", "ansatte"} {
		if !strings.Contains(got["report.md"], want) {
			t.Errorf("the page lacks %q:\n%s", want, got["report.md"])
		}
	}
	if !strings.Contains(got["tables/projection-by-sector.csv"], "\n,5,") {
		t.Errorf("the sector not stated has a name in the figures:\n%s", got["tables/projection-by-sector.csv"])
	}
	if strings.Contains(got["report.md"], "fuldtidsbeskæftige") {
		t.Error("a report of employees speaks of FTE")
	}
}

// TestSmallMoney: an amount that is known and not zero is never printed as
// zero, in whatever company.
func TestSmallMoney(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "f.csv")
	write(t, data, "sector,year,fte,revenue\nA,2018,3,12000\nB,2018,400,900000000\n")
	sketched(t, "-data", data, "-out", dir+"/out")
	page := files(t, dir+"/out")["report.md"]
	for _, want := range []string{"| A | 1 | 3 | 0.7 | 12,000 | 4,000 |", "900,000,000"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q:\n%s", want, page)
		}
	}
	if strings.Contains(page, "DKK\u00a00.00") || strings.Contains(page, "DKK\u00a00\u00a0") {
		t.Errorf("an amount is printed as zero:\n%s", page)
	}
}

// TestDecimal: the option decides what the file does not.
func TestDecimal(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "f.csv")
	write(t, data, "sector;year;fte\nA;2018;1.234\n")
	if status, _, stderr := try(t, "-data", data, "-out", dir+"/out"); status != 1 || !strings.Contains(stderr, "-decimal") {
		t.Errorf("undecided: exit status %d, %s", status, stderr)
	}
	for mark, want := range map[string]string{"point": "A,2018,1,1.234,", "comma": "A,2018,1,1234,"} {
		sketched(t, "-data", data, "-out", dir+"/"+mark, "-decimal", mark)
		if got := files(t, dir+"/"+mark)["tables/sectors.csv"]; !strings.Contains(got, want) {
			t.Errorf("-decimal %s:\n%s", mark, got)
		}
	}
}

// TestShapes makes the page of tables of every shape an analyst meets.
func TestShapes(t *testing.T) {
	dir := t.TempDir()
	var many strings.Builder
	many.WriteString("sector,year,fte,revenue\n")
	for i := range 30 {
		many.WriteString(fmt.Sprintf("Sector number %d of thirty with a name of 45 let,2018,%d,%d\n", i, 3*i+1, 1000*i))
	}
	for i, c := range []struct{ name, text string }{
		{"one sector", "sector,year,fte\nEnergy,2018,1\n"},
		{"thirty", many.String()},
		{"gaps", "sector,year,fte\nEnergy,2012,1\nEnergy,2015,..\nEnergy,2018,4\n"},
		{"a hidden sector", "sector,year,fte\nEnergy,2018,..\nWater,2018,4\n"},
		{"a zero sector", "sector,year,fte\nEnergy,2018,0\nWater,2018,4\n"},
		{"establishments", "cvr,p_nr,sector,year,fte\n1,1,Energy,2018,3\n1,2,Water,2018,4\n"},
		{"firms in numbers", "sector,year,firms,fte\nEnergy,2018,12,30\nWater,2018,,4\n"},
		{"losses", "sector,year,fte,revenue\nEnergy,2018,3,-100\nWater,2018,4,50\n"},
		{"tiny", "sector,year,fte\nEnergy,2018,0.001\n"},
		{"huge", "sector,year,fte,revenue\nEnergy,2018,9000000000,9000000000000\n"},
	} {
		lang := []string{"en", "da"}[i%2]
		data := filepath.Join(dir, "f.csv")
		write(t, data, c.text)
		t.Run(c.name+", "+lang, func(t *testing.T) {
			undrawn(t, "-data", data, "-out", dir+"/out", "-lang", lang, "-target-jobs", "35200")
		})
	}
	data := filepath.Join(dir, "f.csv")
	write(t, data, good)
	for _, flags := range [][]string{{"-base-year", "2017"}, {"-growth", "-5..-2%"}, {"-growth", "0%", "-target-jobs", "30"}} {
		undrawn(t, append([]string{"-data", data, "-out", dir + "/out"}, flags...)...)
	}
}
