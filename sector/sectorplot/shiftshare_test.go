package sectorplot_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/sectorplot"
	"smartcity/sector/structure"
)

// shifted is the sectors of cases as a shift-share analysis, with growth that
// differs from sector to sector; what is not known of jobs is not known.
func shifted(t testing.TB, m structure.ShiftShareMethod, rows []row) structure.ShiftShareResult {
	t.Helper()
	in := structure.ShiftShareInput{Years: []int{2014, 2018}, Region: make([][]float64, 2), Nation: make([][]float64, 2)}
	for i, r := range rows {
		x := r.jobs.Float64()
		begin, end := x, x*(1.2+0.4*math.Sin(float64(5*i+1)))
		if i == 4 {
			begin = 0 // new to the region
		}
		in.Sectors = append(in.Sectors, r.name)
		in.Region[0], in.Region[1] = append(in.Region[0], begin), append(in.Region[1], end)
		in.Nation[0], in.Nation[1] = append(in.Nation[0], 10*x), append(in.Nation[1], 10*x*(1.1+0.1*math.Cos(float64(3*i))))
	}
	res, err := structure.ShiftShare(m, in)
	if err != nil {
		t.Fatal(err)
	}
	res.Unit = "FTE"
	for i := range res.Sectors {
		if rows[i].jobs.Status() == sector.Suppressed {
			res.Sectors[i].Status = sector.Suppressed
		}
	}
	return res
}

func TestShiftSharePages(t *testing.T) {
	methods := []structure.ShiftShareMethod{structure.Dunn, structure.EstebanMarquillas, structure.Arcelus}
	units := []string{"FTE", "DKK", "firms", "", "MWh"}
	for n, name := range []string{"1", "2", "12", "30", "30 alike", "hostile", "huge", "tiny", "suppressed and missing"} {
		r := shifted(t, methods[n%3], cases()[name])
		r.Unit = units[n%5]
		for k, s := range fewStyles() {
			if k == n%3 {
				continue
			}
			t.Run(fmt.Sprintf("%s, style %d", name, k), func(t *testing.T) {
				t.Parallel()
				page, err := sectorplot.NewShiftSharePage(r, growthplot.Text{Source: "Illustrative data", Subject: "Midtjylland"}, s)
				if err != nil {
					t.Fatal(err)
				}
				passes(t, page, "")
			})
		}
	}
	nothing := structure.ShiftShareResult{Years: []int{2014, 2018}, Sectors: []structure.ShiftShareLine{{Sector: "Energi", Status: sector.Suppressed, Change: math.NaN()}}, Total: structure.ShiftShareLine{Change: math.NaN()}}
	page, err := sectorplot.NewShiftSharePage(nothing, growthplot.Text{}, growthplot.Style{Width: 300, Height: 225})
	if err != nil || page.Title() != "No sector has a known figure" {
		t.Fatal(page, err)
	}
	passes(t, page, "nothing known")
}

// The example of Farhauer and Kröll: the change of the region and its parts.
func TestShiftShareWords(t *testing.T) {
	r, err := structure.ShiftShare(structure.Dunn, structure.ShiftShareInput{
		Years: []int{2016, 2017}, Sectors: []string{"Energy", "Water", "Waste", "Lighting"},
		Region: [][]float64{{90, 20, 10, 60}, {100, 40, 10, 55}}, Nation: [][]float64{{400, 150, 150, 400}, {440, 210, 135, 480}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		unit string
		lang locale.Language
		want string
	}{
		{"FTE", locale.English, "Jobs in Fyn rose by 25.0; national growth alone would give +27.0. Change in full-time equivalent jobs by sector, 2016–2017, in shift-share parts (Dunn). All sectors +25.0: national share +27.0, industry mix +1.0, regional shift −3.0. " +
			"Water: +20.0 (national share +3.0, industry mix +5.0, regional shift +12.0); Energy: +10.0 ("},
		{"employees", locale.Danish, "Jobtallet i Fyn steg med 25,0; national vækst alene ville give +27,0. Ændring i antal ansatte efter branche, 2016–2017, opdelt ved shift-share (Dunn). Alle brancher +25,0: national effekt +27,0, brancheeffekt +1,0, regional effekt −3,0. "},
		{"DKK", locale.Danish, "Omsætningen i Fyn steg med 25,0 kr.; national vækst alene ville give +27,0 kr. Ændring i omsætning, kr., løbende priser, efter branche"},
		{"firms", locale.English, "The number of companies in Fyn rose by 25.0; "},
	} {
		r.Unit = c.unit
		page, err := sectorplot.NewShiftSharePage(r, growthplot.Text{Subject: "Fyn"}, growthplot.Style{Lang: c.lang})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.ReplaceAll(page.Alt(), "\u00a0", " "); !strings.Contains(got, c.want) {
			t.Errorf("%s\nhas no %q", got, c.want)
		}
	}
}

// What becomes "Other" adds up with the lines shown to the change of all.
func TestShiftShareOther(t *testing.T) {
	r := shifted(t, structure.Dunn, cases()["30"])
	page, err := sectorplot.NewShiftSharePage(r, growthplot.Text{Title: "T", Subtitle: "S"}, growthplot.Style{Width: 300, Height: 225})
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(page.Alt(), "T. S. ")
	var sum float64
	items := strings.Split(strings.TrimSuffix(list, "."), "; ")
	for _, item := range items {
		_, value, _ := strings.Cut(item, ": ")
		value, _, _ = strings.Cut(value, " (")
		v, err := locale.English.ParseNumber(strings.TrimPrefix(value, "+"))
		if err != nil {
			t.Fatalf("%q in %q", item, list)
		}
		sum += v
	}
	if math.Abs(sum-r.Total.Change) > 0.5*float64(len(items)) || !strings.HasPrefix(items[len(items)-1], "Other (") {
		t.Errorf("%d lines add up to %v, want %v: %s", len(items), sum, r.Total.Change, list)
	}
}

func TestShiftShareUnknown(t *testing.T) {
	r := shifted(t, structure.Dunn, cases()["suppressed and missing"])
	page, err := sectorplot.NewShiftSharePage(r, growthplot.Text{}, growthplot.Style{Lang: locale.Danish})
	body := svgOf(t, page, err)
	for _, s := range []string{"diskretioneret", "uoplyst"} {
		if strings.Count(body, ">"+s+"</text>") != 1 {
			t.Errorf("%q is not there once", s)
		}
	}
}

func TestShiftShareErrors(t *testing.T) {
	infinite := shifted(t, structure.Dunn, sectors())
	infinite.Sectors[3].IndustryMix = math.Inf(-1)
	for want, r := range map[string]structure.ShiftShareResult{"without sectors": {}, "with a part of -Inf": infinite} {
		if _, err := sectorplot.NewShiftSharePage(r, growthplot.Text{}, growthplot.Style{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	if _, err := sectorplot.NewShiftSharePage(shifted(t, structure.Dunn, sectors()), growthplot.Text{}, growthplot.Style{Width: 1}); err == nil {
		t.Error("a figure of a point")
	}
}

// What the growth of a region is made of.
func ExampleNewShiftSharePage() {
	r, err := structure.ShiftShare(structure.Dunn, structure.ShiftShareInput{
		Years: []int{2016, 2017}, Sectors: []string{"Energy", "Lighting"},
		Region: [][]float64{{90, 60}, {100, 55}}, Nation: [][]float64{{400, 400}, {440, 480}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	r.Unit = "FTE"
	page, err := sectorplot.NewShiftSharePage(r, growthplot.Text{Subject: "Fyn"}, growthplot.Style{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.ReplaceAll(page.Alt(), "\u00a0", " "))
	// Output:
	// Jobs in Fyn rose by 5.0; national growth alone would give +22.5. Change in full-time equivalent jobs by sector, 2016–2017, in shift-share parts (Dunn). All sectors +5.0: national share +22.5, industry mix −1.5, regional shift −16.0. Energy: +10.0 (national share +13.5, industry mix −4.5, regional shift +1.0); Lighting: −5.0 (national share +9.0, industry mix +3.0, regional shift −17.0).
}
