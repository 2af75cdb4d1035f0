package main

import "smartcity/growth/locale"

// translate gives sectors Danish names on a Danish page; those of the test data are
// English. It comes after the simulation, which draws sectors in the order of their
// names: the pages in both languages are to have the same figures.
func (d *data) translate() error {
	if d.style.Lang != locale.Danish {
		return nil
	}
	danish := map[string]string{
		"Buildings": "Bygninger", "Energy": "Energi", "Governance and data": "Forvaltning og data", "Health and care": "Sundhed og pleje", "Lighting": "Belysning",
		"Mobility": "Mobilitet", "Security and emergency": "Sikkerhed og beredskab", "Telecommunications and networks": "Telekommunikation og netværk",
		"Waste and recycling": "Affald og genanvendelse", "Water and climate adaptation": "Vand og klimatilpasning",
	}
	for i := range d.companies {
		d.companies[i].Sector = danish[d.companies[i].Sector]
	}
	for i := range d.all {
		d.all[i].Sector = danish[d.all[i].Sector]
	}
	for i := range d.assumed {
		d.assumed[i].Sector = danish[d.assumed[i].Sector]
	}
	for _, f := range d.simulated.Sectors {
		f.Name = danish[f.Name]
	}
	if err := d.aggregate(); err != nil {
		return err
	}
	return d.project()
}
