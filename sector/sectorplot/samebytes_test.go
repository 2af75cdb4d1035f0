package sectorplot_test

import (
	"bytes"
	"errors"
	"sync"
	"testing"

	"smartcity/growth/growthplot"
	"smartcity/sector"
	"smartcity/sector/sectorplot"
	"smartcity/sector/structure"
)

// Pages made twice, of results made twice, and drawn by several goroutines at once
// are the same to the byte.
func TestPagesSameBytes(t *testing.T) {
	s := growthplot.Style{Width: 300, Height: 225, DPI: 96}
	for name, page := range map[string]func() (*growthplot.Page, error){
		"heat map": func() (*growthplot.Page, error) {
			return sectorplot.NewHeatMapPage(regional(t, sectors(), danishRegions()...), sector.Jobs, 2018, growthplot.Text{}, s)
		},
		"bubbles": func() (*growthplot.Page, error) {
			return sectorplot.NewBubblesPage(grown(t, cases()["suppressed and missing"], sector.Options{}), 2014, 2018, growthplot.Text{}, s)
		},
		"shift-share": func() (*growthplot.Page, error) {
			return sectorplot.NewShiftSharePage(shifted(t, structure.Arcelus, sectors()), growthplot.Text{}, s)
		},
		"job flows": func() (*growthplot.Page, error) {
			return sectorplot.NewJobFlowsPage(flows(5, 100), growthplot.Text{}, s)
		},
		"size classes": func() (*growthplot.Page, error) {
			return sectorplot.NewSizeClassesPage(sizes(t, 300, 1, nil), growthplot.Text{}, s)
		},
	} {
		first, err := page()
		if err != nil {
			t.Fatal(err)
		}
		again, err := page()
		if err != nil {
			t.Fatal(err)
		}
		var got [4]bytes.Buffer
		var wg sync.WaitGroup
		for i, p := range []*growthplot.Page{first, first, again, again} {
			wg.Go(func() {
				if err := errors.Join(p.SVG(&got[i]), p.PNG(&got[i])); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		for i := range got {
			if !bytes.Equal(got[i].Bytes(), got[0].Bytes()) {
				t.Errorf("%s: run %d differs", name, i)
			}
		}
	}
}
