package sectorcsv

import "smartcity/sector"

// mapped puts companies into the domains of Options.Concordance. Firms are
// then added up from parts: a company in two domains is a part of a firm in
// each.
func (d *decoder) mapped(companies []sector.Company) ([]sector.Company, error) {
	if d.opt.Concordance == nil {
		return companies, nil
	}
	m, err := d.opt.Concordance.Map(companies, d.report.Firms)
	if err != nil {
		return nil, d.whole(err)
	}
	d.report.Mapping = m
	d.report.Warnings = append(d.report.Warnings, m.Warnings...)
	if d.report.Firms == sector.CountRows {
		d.report.Firms = sector.CountColumn
	}
	return m.Companies, nil
}
