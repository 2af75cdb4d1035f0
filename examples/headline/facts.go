package main

import (
	"smartcity/growth"
	"smartcity/growth/locale"
	"smartcity/projection"
)

// What was published on the Danish mapping of 2019, made by Damvad Analytics for
// Smart City Cluster Denmark and partners. That the base year is 2018 is
// inferred from the arithmetic; no source says it.
const (
	base       = 17600 // full-time equivalents
	companies  = 2300
	revenue    = 32e9 // DKK a year
	dataYear   = 2018
	target     = 35200
	targetYear = 2025
)

var market = growth.Range{Low: 0.12, High: 0.17}

// source is a publication and what it says about 2025.
type source struct {
	en, da  [2]string // its name and what it says, in the reader's language
	base    float64
	figures []projection.Figure
}

func sources() []source {
	return []source{
		{
			[2]string{"Smart City Cluster Denmark, December 2019", "“35,200 smart jobs in 2025”"},
			[2]string{"Smart City Cluster Denmark, december 2019", "»35.200 smarte job i 2025«"},
			base, []projection.Figure{{Value: target}},
		},
		{
			[2]string{"nordicpavilion.org", "“up to 52,800 …, which is 35,200 more than today”"},
			[2]string{"nordicpavilion.org", "»op til 52.800 …, 35.200 flere end i dag«"},
			base, []projection.Figure{{Value: 52800, Kind: projection.Level}, {Value: 35200, Kind: projection.Gain}},
		},
		{
			[2]string{"bloxhub.org", "18,000 today, up to 53,000, 35,000 more"},
			[2]string{"bloxhub.org", "18.000 i dag, op til 53.000, 35.000 flere"},
			18000, []projection.Figure{{Value: 53000, Kind: projection.Level}, {Value: 35000, Kind: projection.Gain}},
		},
		{
			[2]string{"sn.dk, 27 May 2019", "between 37,100 and 50,400; no base given"},
			[2]string{"sn.dk, 27. maj 2019", "mellem 37.100 og 50.400; uden angivet udgangspunkt"},
			0, []projection.Figure{{Value: 37100, End: projection.Low}, {Value: 50400, End: projection.High}},
		},
	}
}

// words are its name and what it says.
func (s source) words(l locale.Language) (name, says string) {
	if l == locale.Danish {
		return s.da[0], s.da[1]
	}
	return s.en[0], s.en[1]
}

func (s source) claim() projection.Claim {
	return projection.Claim{Base: s.base, Range: market, Target: targetYear, DataYear: dataYear, Figures: s.figures}
}
