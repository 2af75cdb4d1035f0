package projectionplot

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
)

// NewFanPage draws the simulated jobs of a sector, or of the total where sector is
// "", as a finished page: the history as a line, the central intervals of the
// simulated paths as bands, their median, and the target that the simulation holds
// the sector against, with the probability of reaching it. Of several targets it
// takes the first, of the quantiles the median, the outermost pair p and 1−p that is
// no extreme, and the pair nearest to 25 and 75 %. History may be empty.
//
// Where text has no title or subtitle they are computed. The probability is the
// simulation's own, of the target being reached in the target year or before.
// text.Subject is the place or field that a computed subtitle names after the
// measure, such as "Denmark"; a sentence that says what the bands are comes before
// text.Note.
//
// It returns an error if there is no such sector, the quantiles lack the median or a
// pair around it, a figure is infinite, or the history gives another figure for the
// base year than the simulation; and those of [growthplot.NewPage].
func NewFanPage(s *projection.Simulated, sector string, history growth.Series, text growthplot.Text, style growthplot.Style) (*growthplot.Page, error) {
	of := s.Total
	if sector != "" {
		var ok bool
		if of, ok = s.Sector(sector); !ok {
			return nil, fmt.Errorf("projectionplot: %q is not simulated", sector)
		}
	}
	var target *projection.TargetOutlook
	if i := slices.IndexFunc(s.Targets, func(t *projection.TargetOutlook) bool { return t.Sector == sector }); i >= 0 {
		target = s.Targets[i]
	}
	f, err := newFan(s, of, target, history, style)
	if err != nil {
		return nil, err
	}
	if text.Title == "" {
		text.Title = f.title()
	}
	if text.Subtitle == "" {
		text.Subtitle = f.subtitle(text.Subject)
	}
	text.Note = sentence(f.bands(), text.Note)
	area, err := f.pen.Area(text)
	if err != nil {
		return nil, err
	}
	panel := f.panel(area)
	return growthplot.NewPage(f.pen, text, f.key(), func(c draw.Canvas) { f.pen.Panel(c, panel, f) })
}

// fan is the chart of simulated jobs.
type fan struct {
	*projection.Fan
	to      int
	paths   int
	target  *projection.TargetOutlook // nil if there is none
	history growth.Series
	spread  spread

	pen      *growthplot.Pen
	numbers  growthplot.NumberFormat
	min, max float64
	ticks    growthplot.Ticks
	headroom vg.Length
}

// spread is the quantiles that are drawn, by their places among the probabilities.
type spread struct {
	median       int
	outer, inner [2]int // inner is the same as outer if there is no other pair
}

func newFan(s *projection.Simulated, of *projection.Fan, target *projection.TargetOutlook, history growth.Series, style growthplot.Style) (*fan, error) {
	pen, err := growthplot.NewPen(style)
	if err != nil {
		return nil, err
	}
	f := &fan{Fan: of, to: s.To, paths: s.Simulation.Paths, target: target, history: trim(history, s.To), pen: pen}
	if f.spread, err = spreadOf(of.Probabilities); err != nil {
		return nil, fmt.Errorf("projectionplot: simulation of %q: %w", of.Name, err)
	}
	if known := f.history.At(of.BaseYear); math.Abs(known-of.Base) > 1e-9*math.Abs(of.Base) {
		return nil, fmt.Errorf("projectionplot: %q is %v in %d by its history and %v by its simulation", of.Name, known, of.BaseYear, of.Base)
	}
	values := slices.Concat(of.Quantiles[f.spread.outer[0]], of.Quantiles[f.spread.outer[1]], f.history.Values)
	if f.target != nil {
		values = append(values, f.target.Jobs)
	}
	for _, v := range values {
		if math.Abs(v) > 1e300 {
			return nil, fmt.Errorf("projectionplot: %q: a value is too large to draw", of.Name)
		}
		if !math.IsNaN(v) {
			f.min, f.max = min(f.min, v), max(f.max, v)
		}
	}
	f.numbers = growthplot.FormatOf(pen.Style.Lang, "", f.max)
	if target == nil {
		f.numbers = readable(f.numbers, of.Base, 0)
	} else {
		f.numbers = readable(f.numbers, of.Base, target.Jobs)
	}
	return f, nil
}

// spreadOf finds the pairs of quantiles among probabilities that rise.
func spreadOf(probabilities []float64) (spread, error) {
	s := spread{median: -1, outer: [2]int{-1, -1}}
	best := math.Inf(1)
	for i, p := range probabilities {
		if p == 0.5 {
			s.median = i
		}
		k := slices.IndexFunc(probabilities, func(q float64) bool { return math.Abs(p+q-1) < 1e-9 })
		if p == 0 || p >= 0.5 || k < 0 {
			continue
		}
		if s.outer[0] < 0 {
			s.outer, s.inner = [2]int{i, k}, [2]int{i, k}
			continue
		}
		if d := math.Abs(p - 0.25); d < best {
			best, s.inner = d, [2]int{i, k}
		}
	}
	if s.median < 0 || s.outer[0] < 0 {
		return s, fmt.Errorf("quantiles at %v are not the median with a pair around it", probabilities)
	}
	return s, nil
}

// at are the quantiles of one place in all years.
func (f *fan) at(place int) []float64 { return f.Quantiles[place] }

// end is a quantile in the last year.
func (f *fan) end(place int) float64 { return f.at(place)[f.to-f.BaseYear] }

// certain reports whether nothing is left to chance.
func (f *fan) certain() bool { return f.end(f.spread.outer[0]) == f.end(f.spread.outer[1]) }

// falls reports whether jobs are likelier to fall than not.
func (f *fan) falls() bool { return f.end(f.spread.median) < f.Base }

func (f *fan) firstYear() int {
	if f.history.Len() > 0 {
		return min(f.history.FirstYear, f.BaseYear)
	}
	return f.BaseYear
}

func (f *fan) danish() bool { return f.pen.Style.Lang == locale.Danish }

// DataRange implements plot.DataRanger.
func (f *fan) DataRange() (xmin, xmax, ymin, ymax float64) {
	first, last := float64(f.firstYear()), float64(f.to)
	return first - min(0.3, 0.05*(last-first)), last,
		min(f.min, slices.Min(f.ticks.Values)), max(f.max, slices.Max(f.ticks.Values))
}
