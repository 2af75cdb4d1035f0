package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// runs runs the program.
func runs(t *testing.T, ctx context.Context, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	status = run(ctx, &out, &err, args)
	return status, out.String(), err.String()
}

// TestRun: the page of every engine is the same but for its name and its SQL, and the
// table that was made for it is gone.
func TestRun(t *testing.T) {
	first, written := "", map[string]string{}
	each(t, func(t *testing.T, db subject) {
		if db.second != nil {
			return // the program makes no tables on two servers
		}
		dir := filepath.Join(t.TempDir(), "out")
		for range 2 {
			status, stdout, stderr := runs(t, t.Context(), "-dsn", db.dsn, "-paths", "200", "-target-jobs", "35200", "-out", dir)
			if status != 0 || stderr != "" {
				t.Fatalf("exit status %d: %s", status, stderr)
			}
			page, statement, ok := strings.Cut(strings.NewReplacer(dir, "OUT", db.dialect.String(), "ENGINE").Replace(stdout), "What the database was asked")
			if !ok || !strings.Contains(statement, "GROUP BY") {
				t.Fatalf("no statement on the page:\n%s", stdout)
			}
			if page = strings.Join(strings.Fields(page), " "); first == "" {
				first = page
			}
			if page != first || !strings.Contains(page, "Total 2,300 17,600 32,000") || !strings.Contains(page, "Total 17,600 38,908 52,822") {
				t.Errorf("the page is\n%s\nand that of another engine\n%s", page, first)
			}
		}
		for _, name := range []string{"sectors.csv", "projection-by-sector.csv", "simulation.csv"} {
			text, err := os.ReadFile(filepath.Join(dir, "tables", name))
			if err != nil {
				t.Fatal(err)
			}
			if written[name] == "" {
				written[name] = string(text)
			}
			if string(text) != written[name] {
				t.Errorf("%s is not that of another engine", name)
			}
		}
		if _, err := db.ExecContext(t.Context(), "SELECT * FROM smartcity_companies"); err == nil {
			t.Error("the table is still there")
		}
	})
}

func TestRunInDanish(t *testing.T) {
	status, stdout, stderr := runs(t, t.Context(), "-lang", "da", "-data", "../../testdata/virksomheder.csv", "-paths", "200")
	if status != 0 || stderr != "" {
		t.Fatalf("exit status %d: %s", status, stderr)
	}
	for _, want := range []string{"Brancher", "17.600", "38.908", "Hvad databasen blev spurgt om", "af 10.747 rækker"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("the page lacks %q:\n%s", want, stdout)
		}
	}
}

// TestRunFaults: an error is one line, and says what is wrong.
func TestRunFaults(t *testing.T) {
	employees := filepath.Join(t.TempDir(), "employees.csv")
	if err := os.WriteFile(employees, []byte("sector,year,employees\na,2017,5\na,2018,7\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	for _, c := range []struct {
		ctx    context.Context
		status int
		says   string
		args   []string
	}{
		{t.Context(), 2, "-paths 0", []string{"-paths", "0"}},
		{t.Context(), 2, "unexpected argument", []string{"x.csv"}},
		{t.Context(), 2, "-target-jobs", []string{"-target-jobs", "NaN"}},
		{t.Context(), 2, "-table", []string{"-table", "register.companies"}},
		{t.Context(), 2, "not a year", []string{"-to", "0"}},
		{t.Context(), 1, "nowhere.csv", []string{"-data", "nowhere.csv"}},
		{t.Context(), 1, "-measure employees", []string{"-data", employees}},
		{t.Context(), 1, "mysql://", []string{"-dsn", "mysql://me@localhost/x"}},
		{t.Context(), 1, "connect", []string{"-dsn", "postgres://me@127.0.0.1:1/x"}},
		{t.Context(), 1, "connect", []string{"-dsn", "clickhouse://127.0.0.1:1/x"}},
		{gone, 1, "canceled", nil},
	} {
		status, stdout, stderr := runs(t, c.ctx, c.args...)
		if status != c.status || stdout != "" || !strings.HasPrefix(stderr, "warehouse: ") || !strings.Contains(stderr, c.says) || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%q: exit status %d, %q, %q", c.args, status, stdout, stderr)
		}
	}
	if status, stdout, stderr := runs(t, t.Context(), "-data", employees, "-measure", "employees", "-paths", "200"); status != 0 || !strings.Contains(stdout, "Employees") {
		t.Errorf("exit status %d, %q, %q", status, stdout, stderr)
	}
	several := filepath.Join(t.TempDir(), "several.csv")
	if err := os.WriteFile(several, []byte("sector,year,fte,firms\na,2018,5,3\na,2018,7,\nb,2018,1,20\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if status, stdout, stderr := runs(t, t.Context(), "-data", several, "-paths", "200"); status != 0 || !strings.Contains(strings.Join(strings.Fields(stdout), " "), "Total 23 13 n/a") {
		t.Errorf("rows of several firms: exit status %d, %q, %q", status, stdout, stderr)
	}
	// A table that is somebody else's stays.
	file := filepath.Join(t.TempDir(), "register.db")
	db := opened(t, file)
	if err := db.create(t.Context(), "register"); err != nil {
		t.Fatal(err)
	}
	if status, _, stderr := runs(t, t.Context(), "-dsn", file, "-table", "register"); status != 1 || !strings.Contains(stderr, "register") {
		t.Errorf("exit status %d, %q", status, stderr)
	}
	if _, err := db.ExecContext(t.Context(), "SELECT fte FROM register"); err != nil {
		t.Error(err)
	}
}
