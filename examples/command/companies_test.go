package command

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartcity/growth/locale"
)

// TestCompanies: a row that is left out is told with its place, and a file that is not
// there only asks for -data where -data was not given.
func TestCompanies(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.csv")
	if err := os.WriteFile(path, []byte("company,sector,year,fte\na,Water,2020,3\nb,Water,2020,many\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		args       []string
		file       string
		companies  int
		said, fail string
	}{
		{[]string{"-lenient"}, path, 1, "try: left out: " + path + `:3: column "fte": `, ""},
		{nil, path, 0, "", path + `:3: column "fte": `},
		{nil, path + "x", 0, "", "name a company file with -data FILE"},
		{[]string{"-data", path + "x"}, path + "x", 0, "", "no such file"},
	} {
		var r Reading
		f := flag.NewFlagSet("try", flag.ContinueOnError)
		f.String("data", "", "")
		r.Add(f)
		given, err := Parse(f, test.args, io.Discard)
		if err == nil {
			err = r.Check(t.Context(), given)
		}
		if err != nil {
			t.Fatal(err)
		}
		var said strings.Builder
		companies, _, err := r.Companies(t.Context(), &said, "try", test.file, locale.English)
		if len(companies) != test.companies || !strings.HasPrefix(said.String(), test.said) || (test.said == "") != (said.Len() == 0) {
			t.Errorf("%q: %d companies, said %q", test.args, len(companies), &said)
		}
		if (err == nil) != (test.fail == "") || err != nil && !strings.Contains(err.Error(), test.fail) {
			t.Errorf("%q: %v, want %q", test.args, err, test.fail)
		}
	}
}
