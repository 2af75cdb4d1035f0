package notebook_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"smartcity/examples/notebook"
	"smartcity/growth/locale"
)

// fakeChart is a picture of one bar, with the ids and the prolog a real one has.
type fakeChart struct {
	title, desc string
	fail        error
}

func (c fakeChart) SVG(w io.Writer) error {
	if c.fail != nil {
		return c.fail
	}
	var title, desc bytes.Buffer
	_ = xml.EscapeText(&title, []byte(c.title))
	_ = xml.EscapeText(&desc, []byte(c.desc))
	_, err := fmt.Fprintf(w, `<?xml version="1.0"?>
<!-- made by a test -->
<svg xmlns="http://www.w3.org/2000/svg" width="600pt" height="375pt" viewBox="0 0 600 375" role="img" aria-labelledby="t d" lang="en">
<title id="t">%s</title><desc id="d">%s</desc>
<clipPath id="c"><rect width="600" height="375"/></clipPath>
<g clip-path="url(#c)"><rect x="18" y="60" width="400" height="40" fill="#0B5A8F"/>
<text x="18" y="27" style="font-family:'Liberation Sans',Arial,sans-serif;font-weight:bold;font-size:15.5px">%[1]s</text></g>
</svg>
`, &title, &desc)
	return err
}

func (c fakeChart) PNG(w io.Writer) error {
	if c.fail != nil {
		return c.fail
	}
	_, err := io.WriteString(w, "\x89PNG "+c.title)
	return err
}

func (c fakeChart) Alt() string { return c.title + ". " + c.desc }

var errBroken = errors.New("pen is broken")

// samplePage is a small page with every kind of block, in either language.
func samplePage(lang locale.Language) notebook.Page {
	pick := func(en, da string) string {
		if lang == locale.Danish {
			return da
		}
		return en
	}
	sectors := notebook.Table{
		Name:    "sectors",
		Caption: pick("Companies, jobs and revenue by sector, 2018", "Virksomheder, årsværk og omsætning efter sektor, 2018"),
		Columns: []notebook.Column{
			{Name: "sector", Header: pick("Sector", "Sektor")},
			{Name: "year", Header: pick("Year", "År"), Year: true},
			{Name: "firms", Header: pick("Companies", "Virksomheder")},
			{Name: "fte", Header: pick("Full-time equivalents", "Årsværk"), Decimals: 1},
			{Name: "revenue", Header: pick("Revenue", "Omsætning"), Unit: pick("DKK m", "mio. kr."), Scale: 1e6, Decimals: 1},
			{Name: "change", Header: pick("Change in jobs", "Ændring i årsværk"), Unit: pick("%", "pct."), Scale: 0.01, Decimals: 1, Signed: true},
		},
		Rows: [][]notebook.Cell{
			{notebook.Str(pick("Energy and climate", "Energi og klima")), notebook.Num(2018), notebook.Num(612), notebook.Num(5120.25), notebook.Num(11_804_500_000), notebook.Num(0.0815)},
			{notebook.Str(pick("Mobility", "Mobilitet")), notebook.Num(2018), notebook.Num(498), notebook.Num(4210.5), notebook.Suppressed(), notebook.Num(-0.012)},
			{notebook.Str(pick("Water", "Vand")), notebook.Num(2018), notebook.Num(7), {}, notebook.Num(640_000_000), notebook.Num(0.0001)},
		},
		Total: []notebook.Cell{notebook.Str(pick("Total", "I alt")), notebook.Num(2018), notebook.Num(1117), notebook.Num(9330.75), notebook.Num(12_444_500_000), {}},
		Note:  pick("Current prices. Totals are of what is known.", "Løbende priser. Summer er af det kendte."),
	}
	return notebook.Page{
		Title:    pick("Smart City in Denmark", "Smart city i Danmark"),
		Subtitle: pick("Companies, jobs and revenue 2014–2018, and jobs to 2025", "Virksomheder, årsværk og omsætning 2014–2018, og årsværk frem til 2025"),
		Lang:     lang,
		Workbook: "tables.xlsx",
		Blocks: []notebook.Block{
			notebook.KeyFigures{
				{pick("Full-time equivalents, 2018", "Årsværk, 2018"), lang.Number(17600, 0), pick("8.9% more than in 2017", "8,9 pct. flere end i 2017")},
				{pick("Companies", "Virksomheder"), lang.Number(2300, 0), ""},
				{pick("Revenue", "Omsætning"), lang.Money(32e9, "DKK", locale.Billions, 0), pick("current prices", "løbende priser")},
			},
			notebook.Heading{Text: pick("Sectors", "Sektorer")},
			notebook.Prose(fmt.Sprintf(pick(
				"**%s** is the largest sector, with %s jobs.\n\nThree things to keep in mind:\n\n- *Measure*: full-time equivalents\n- Prices: current\n- See [the cluster](https://example.org/a?b=1&c=2)",
				"**%s** er den største sektor med %s årsværk.\n\nTre ting at huske:\n\n- *Mål*: årsværk\n- Priser: løbende\n- Se [klyngen](https://example.org/a?b=1&c=2)")+"\n\n```\ngo run ./examples/report > <out>\n```",
				notebook.Text(pick("Energy and climate", "Energi og klima")), lang.Number(5120.25, -1))),
			sectors,
			notebook.Heading{Level: 3, Text: pick("Outlook", "Udsigter")},
			notebook.Chart{Name: "fte-by-sector", Picture: fakeChart{title: pick("Energy is largest", "Energi er størst"), desc: pick("5,120 of 9,331 jobs.", "5.120 af 9.331 årsværk.")}, Data: &sectors},
			notebook.Note(pick("The company file is *synthetic*.", "Virksomhedsfilen er *syntetisk*.")),
			notebook.Warning(pick("One figure is not known and one is suppressed.", "Ét tal er uoplyst, og ét er diskretioneret.")),
		},
	}
}

// golden compares with testdata/name; UPDATE=1 in the environment rewrites it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs (UPDATE=1 rewrites it); got:\n%s", file, got)
	}
}
