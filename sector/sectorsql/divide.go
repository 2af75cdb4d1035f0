package sectorsql

import (
	"smartcity/growth"
	"smartcity/sector"
)

// place is a code in a year, domain a part of it.
type place struct {
	code string
	year int
}

type domain struct {
	name   string
	weight float64
	gap    sector.Gap // of what is in no domain
}

// divide adds rows with one industry code to the domains of the code.
func (a *adder) divide(code string, rows *sector.Rows) error {
	at := place{code, rows.Year}
	domains, ok := a.places[at]
	if !ok {
		// Of a company with one job, the parts are the weights.
		d, err := a.l.q.Concordance.Split(sector.Company{IndustryCode: code, Year: rows.Year, FTE: sector.Value(1)}, sector.CountRows)
		if err != nil {
			return err
		}
		for i := range d.Parts {
			domains = append(domains, domain{name: d.Parts[i].Sector, weight: d.Parts[i].FTE.Float64()})
		}
		if d.Gap != sector.NoGap {
			domains = append(domains, domain{gap: d.Gap})
		}
		a.places[at] = domains
	}
	for _, d := range domains {
		if d.gap != sector.NoGap {
			a.gaps[d.gap] += rows.N
			continue
		}
		part := *rows
		part.Sector = d.name
		for _, p := range parts(&part) {
			var sum growth.Sum
			sum.Add(p.Sum.Float64() * d.weight)
			p.Sum = sum
		}
		if err := a.b.AddRows(&part); err != nil {
			return err
		}
	}
	return nil
}
