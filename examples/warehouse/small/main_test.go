package main

import (
	"bytes"
	"database/sql"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

const readme = "../../../README.md"

// TestInReadme: the program of the README is the one in this folder.
func TestInReadme(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("main.go")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "```go\n"+string(source)+"```\n") {
		t.Error("the README has another program than main.go")
	}
}

// TestProgram: it prints the table of the companies in a database.
func TestProgram(t *testing.T) {
	dsn := os.Getenv("WAREHOUSE_POSTGRES")
	if dsn == "" {
		t.Skip("no server: WAREHOUSE_POSTGRES is not set; bash .ci/engines go -C examples/warehouse test ./... starts one")
	}
	db, err := sql.Open("pgx", dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, statement := range []string{
		"CREATE SCHEMA small", "CREATE TABLE small.companies (sector text, year integer, fte numeric, revenue bigint)",
		"INSERT INTO small.companies VALUES ('Water', 2017, 2.5, 1000), ('Water', 2018, 3.25, NULL), ('Water', 2018, 0, 500), ('Energy', 2018, NULL, 70000)",
	} {
		if _, err := db.ExecContext(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
	defer db.Exec("DROP SCHEMA small CASCADE")

	program := filepath.Join(t.TempDir(), "small")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	command := exec.CommandContext(t.Context(), program)
	command.Env = append(os.Environ(), "DATABASE_URL="+dsn+"&search_path=small")
	got, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, got)
	}
	table, err := sector.Aggregate([]sector.Company{
		{Sector: "Water", Year: 2017, FTE: sector.Value(2.5), Revenue: sector.Value(1000)}, {Sector: "Water", Year: 2018, FTE: sector.Value(3.25)},
		{Sector: "Water", Year: 2018, FTE: sector.Value(0), Revenue: sector.Value(500)}, {Sector: "Energy", Year: 2018, Revenue: sector.Value(70000)},
	}, sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}})
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	if err := sectorcsv.WriteTable(&want, table); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want.Bytes()) {
		t.Errorf("it prints\n%s\nwant\n%s", got, &want)
	}
}
