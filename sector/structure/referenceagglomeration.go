package structure

import (
	"errors"
	"maps"
	"math"

	"smartcity/growth"
	"smartcity/sector"
)

// CompanyAgglomerations is what [CompanyAgglomeration] returns.
type CompanyAgglomerations struct {
	Year    int
	Unit    string   // of the companies' sizes
	Regions []string // of the reference
	Lines   []CompanyAgglomerationLine

	// Warnings are typed: NotInReference of regions, PartlyKnown of the reference,
	// FewFirms, and About a sector what its index warns of, or why it has none.
	Warnings []error
}

// CompanyAgglomerationLine is the index of a sector.
type CompanyAgglomerationLine struct {
	Sector string
	// Status is Known if there is an index, and otherwise Suppressed where no size
	// is known and some are suppressed.
	Status        sector.Status
	Agglomeration // NaN unless known
}

// CompanyAgglomeration returns Ellison and Glaeser's index of geographic
// concentration of each sector of the companies of a year, see
// [EllisonGlaeserPlants]: with the companies as plants, or the workplaces where
// rows are workplaces, and the reference economy's regions, all sectors taken
// together, as the regions. Sizes are in the reference's job measure.
//
// A company whose size is not known, or whose region is not in the reference or
// not known there, is left out. A sector for which the formula has no value, such
// as one with a single company, has no index; [About] says why.
//
// The reference is by sector, region and year. It returns a [*DimensionError] or
// [*GroupError] if it is not or lacks the year, a [*sector.FieldError] for a
// company that cannot be or a row that stands for several, a [*RepeatedError] for
// a company with two rows in the year, and an error that wraps [ErrEmpty] if there
// are no companies in the year. It panics without a reference.
func CompanyAgglomeration(companies []sector.Company, reference *sector.Table, year int) (CompanyAgglomerations, error) {
	if reference == nil {
		panic("structure: no reference")
	}
	plants, err := crossSection(companies, year, true)
	if err != nil {
		return CompanyAgglomerations{}, err
	}
	g, err := tabulate("reference", reference, sector.Jobs, year)
	if err != nil {
		return CompanyAgglomerations{}, err
	}
	if !g.byRegion {
		return CompanyAgglomerations{}, &DimensionError{"reference", "region"}
	}
	out := CompanyAgglomerations{Year: year, Unit: reference.Unit(sector.Jobs), Regions: g.regions}
	at := map[string]int{}
	total := make([]float64, len(g.regions))
	for j, region := range g.regions {
		at[region] = j
		f, _ := g.region(region)
		total[j] = f.Float64()
	}
	bySector := map[string]*sectorPlants{}
	elsewhere := map[string]bool{}
	for _, c := range plants {
		p := bySector[c.Sector]
		if p == nil {
			p = &sectorPlants{sizes: make([][]float64, len(g.regions))}
			bySector[c.Sector] = p
		}
		p.n++
		j, ok := at[c.Region]
		if !ok {
			elsewhere[c.Region] = true
			p.elsewhere++
			continue
		}
		size := c.Jobs(reference.Measure)
		p.known.add(size)
		p.sizes[j] = append(p.sizes[j], size.Float64())
	}
	if len(elsewhere) > 0 {
		out.Warnings = append(out.Warnings, NotInReference{"region", inOrder(maps.Keys(elsewhere))})
	}
	if g.partly.Missing+g.partly.Suppressed > 0 {
		out.Warnings = append(out.Warnings, g.partly)
	}
	var small FewFirms
	for _, name := range inOrder(maps.Keys(bySector)) {
		p := bySector[name]
		l, err := p.line(name, total)
		if err != nil {
			return CompanyAgglomerations{}, err
		}
		out.Lines = append(out.Lines, l)
		out.Warnings = append(out.Warnings, about("sector", name, l.Warnings...)...)
		if p.n < few {
			small.Groups = append(small.Groups, name)
		}
	}
	if small.Groups != nil {
		out.Warnings = append(out.Warnings, small)
	}
	return out, nil
}

// sectorPlants are the plants of a sector.
type sectorPlants struct {
	n         int         // plants
	elsewhere int         // of them in regions that are not in the reference
	sizes     [][]float64 // by region
	known     count
}

func (p *sectorPlants) line(name string, total []float64) (CompanyAgglomerationLine, error) {
	l := CompanyAgglomerationLine{Sector: name, Status: sector.Known}
	a, err := EllisonGlaeserPlants(p.sizes, total)
	switch {
	case err == nil:
		l.Agglomeration = a
		l.PlantsLeftOut += p.elsewhere
		return l, nil
	case !errors.Is(err, ErrUndefined) && !errors.Is(err, ErrEmpty) && !errors.Is(err, ErrZeroTotal):
		return l, err
	}
	nan := math.NaN()
	l.Status = p.known.cell().Sum.Status()
	if l.Status == sector.Known { // sizes are, but the formula has no value
		l.Status = sector.Missing
	}
	l.Agglomeration = Agglomeration{
		Gamma: nan, G: nan, Expected: nan, PlantHHI: nan, Z: nan,
		Plants: p.known.known, PlantsLeftOut: p.n - p.known.known, Coverage: Coverage{Warnings: []error{err}},
	}
	return l, nil
}

// View returns a row a sector: columns sector, year, gamma, g, g_expected,
// plant_hhi, z, plants, plants_left_out, regions, regions_left_out.
func (a CompanyAgglomerations) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "sector"}, {Name: "year", Unit: "year"}, {Name: "gamma"}, {Name: "g"}, {Name: "g_expected"}, {Name: "plant_hhi"},
		{Name: "z"}, {Name: "plants", Unit: "plants"}, {Name: "plants_left_out", Unit: "plants"}, {Name: "regions"}, {Name: "regions_left_out"},
	}}
	for _, l := range a.Lines {
		row := []growth.Entry{growth.TextOf(l.Sector), growth.NumberOf(float64(a.Year))}
		for _, x := range []float64{l.Gamma, l.G, l.Expected, l.PlantHHI, l.Z} {
			f := sector.Value(x)
			if l.Status == sector.Suppressed {
				f = sector.Hidden()
			}
			row = append(row, f.Entry())
		}
		for _, n := range []int{l.Plants, l.PlantsLeftOut, l.N, l.LeftOut} {
			row = append(row, growth.NumberOf(float64(n)))
		}
		v.Rows = append(v.Rows, row)
	}
	return v
}
