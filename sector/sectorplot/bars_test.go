package sectorplot_test

import (
	"slices"
	"testing"

	"smartcity/growth/growthplot"
	"smartcity/sector"
	"smartcity/sector/sectorplot"
)

func TestOrder(t *testing.T) {
	bars := []sectorplot.Bar{
		{Name: "missing b"}, {Name: "rest", Figure: sector.Value(900), Rest: true}, {Name: "hidden", Figure: sector.Hidden()},
		{Name: "b", Figure: sector.Value(2)}, {Name: "loss", Figure: sector.Value(-3)}, {Name: "a", Figure: sector.Value(2)},
		{Name: "missing a"}, {Name: "large", Figure: sector.Value(7)}, {Name: "zero", Figure: sector.Value(0)},
	}
	before := slices.Clone(bars)
	b, err := sectorplot.NewBars(bars, sector.Figure{}, growthplot.NumberFormat{}, growthplot.Style{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, bar := range b.Bars {
		got = append(got, bar.Name)
	}
	want := []string{"large", "a", "b", "zero", "loss", "hidden", "missing a", "missing b", "rest"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if !slices.Equal(bars, before) {
		t.Error("the bars given were sorted in place")
	}
	xmin, xmax, ymin, ymax := b.DataRange()
	if xmin != -3 || xmax != 900 || ymin != 0 || ymax != 9 {
		t.Errorf("range %v–%v, %v–%v", xmin, xmax, ymin, ymax)
	}
}
