package sectorplot

import (
	"errors"
	"fmt"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/growthplot"
	"smartcity/sector"
	"smartcity/sector/dynamics"
)

// NewJobFlowsPage draws the totals of a table of job flows as a finished page: for
// each pair of years the jobs created as a bar up and those destroyed as a bar
// down, with the net change as a line over them. Bars have their values where
// these fit.
//
// Where all pairs are a year apart the bars stand at their second year, and a year
// without a pair is a gap; other pairs stand side by side, in the order of the
// table. A flow that is not known has no bar, and the line is interrupted.
//
// Where text has no title or subtitle they are computed; text.Subject is the place
// or field that they name. It returns an error if there are no totals, if a flow
// is infinite or negative, or if there is no room, and those of
// [growthplot.NewPage].
func NewJobFlowsPage(t *dynamics.JobFlowTable, text growthplot.Text, style growthplot.Style) (*growthplot.Page, error) {
	pen, err := growthplot.NewPen(style)
	if err != nil {
		return nil, err
	}
	d, err := newJobFlows(t, pen)
	if err != nil {
		return nil, err
	}
	if text.Title == "" {
		text.Title = d.title(text.Subject)
	}
	if text.Subtitle == "" {
		text.Subtitle = d.subtitle(text.Subject)
	}
	text.Note = strings.TrimSpace(text.Note + " " + d.note())
	area, err := pen.Area(text)
	if err != nil {
		return nil, err
	}
	key := pen.NewKey(area.Max.X-area.Min.X, d.keyEntries()...)
	panel, ok := d.panel(area, key.Height())
	if !ok {
		return nil, errors.New("sectorplot: no room for the bars; make the figure larger")
	}
	return growthplot.NewPage(pen, text, d.alt(), func(c draw.Canvas) {
		key.Draw(c, vg.Point{X: c.Min.X, Y: c.Max.Y})
		pen.Panel(c, panel, d)
	})
}

// jobFlows is the chart.
type jobFlows struct {
	words
	pen       *growthplot.Pen
	slots     []flowSlot
	byYear    bool // slots are years, one after the other
	low, high float64
	ticks     growthplot.Ticks
	margin    float64     // of the range above and below the bars, for their values
	without   sector.Cell // what is not known of companies
}

// flowSlot is a pair of years, or a year without one.
type flowSlot struct {
	from, to                int
	created, destroyed, net float64
	empty                   bool
}

// Lengths of the chart in points.
const (
	flowRoom  vg.Length = 13 // above and below the bars, for their values
	flowThick vg.Length = 0.72
	flowMost  vg.Length = 160 // from one bar to the next
	flowLeast vg.Length = 40  // height of the bars
	flowRow   vg.Length = 14  // of years below the bars
	flowGap   vg.Length = 9   // before the net change at the right
)

func newJobFlows(t *dynamics.JobFlowTable, pen *growthplot.Pen) (*jobFlows, error) {
	if len(t.Totals) == 0 {
		return nil, errors.New("sectorplot: job flows without totals")
	}
	d := &jobFlows{words: words{lang: pen.Style.Lang, measure: t.Measure}, pen: pen, byYear: true}
	for i, f := range t.Totals {
		for _, x := range []float64{f.JobCreation, f.JobDestruction} {
			if x < 0 || x > 1e300 {
				return nil, fmt.Errorf("sectorplot: job flows of %v from %d to %d", x, f.From, f.To)
			}
		}
		d.byYear = d.byYear && f.To == f.From+1 && (i == 0 || f.To > t.Totals[i-1].To && f.To-t.Totals[i-1].To <= 200)
	}
	for i, f := range t.Totals {
		for year := f.To - 1; d.byYear && i > 0 && year > t.Totals[i-1].To; year-- {
			d.slots = append(d.slots, flowSlot{to: t.Totals[i-1].To + f.To - year, empty: true})
		}
		d.slots = append(d.slots, flowSlot{from: f.From, to: f.To, created: f.JobCreation, destroyed: f.JobDestruction, net: f.JobCreation - f.JobDestruction})
		d.without.Missing += f.Firms.LeftOut.Missing
		d.without.Suppressed += f.Firms.LeftOut.Suppressed
		if f.JobCreation > d.high {
			d.high = f.JobCreation
		}
		if f.JobDestruction > -d.low {
			d.low = -f.JobDestruction
		}
	}
	d.numbers = growthplot.FormatOf(d.lang, "", max(d.high, -d.low))
	if d.low == d.high {
		d.high = 1
	}
	return d, nil
}
