package projectionplot

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
)

// NewWaterfallPage draws how the jobs of the base year become those of the target
// year in a scenario of an outlook, as a finished page: a bar for the total of each
// of the two years and between them a step for each sector, the largest gain first
// and losses last. The steps lead from the first total to the last exactly. What
// more sectors than fit add is one step, "Other", and so are jobs in no sector
// projected; its size is what the steps shown leave of the gain of the total. A note
// names the sectors that are not projected, with the reason.
//
// Where text has no title or subtitle they are computed: the title says which
// sectors gain and lose most. text.Subject is the place or field that a computed
// subtitle names after the measure. It returns an error if there is no such
// scenario, if a level is not finite, or if there is no room for the figures; and
// those of [growthplot.NewPage].
func NewWaterfallPage(o *projection.Outlook, scenario string, text growthplot.Text, style growthplot.Style) (*growthplot.Page, error) {
	pen, err := growthplot.NewPen(style)
	if err != nil {
		return nil, err
	}
	w := &waterfall{Outlook: o, pen: pen}
	if err := w.read(scenario); err != nil {
		return nil, fmt.Errorf("projectionplot: waterfall of scenario %q: %w", scenario, err)
	}
	if text.Title == "" {
		text.Title = w.title()
	}
	if text.Subtitle == "" {
		text.Subtitle = w.subtitle(text.Subject)
	}
	if err := w.fit(); err != nil {
		return nil, err
	}
	text.Note = sentence(w.note(), text.Note)
	area, err := pen.Area(text)
	if err != nil {
		return nil, err
	}
	panel := w.panel(area)
	return growthplot.NewPage(pen, text, w.key(), func(c draw.Canvas) { pen.Panel(c, panel, w) })
}

// waterfall is the chart.
type waterfall struct {
	*projection.Outlook
	pen      *growthplot.Pen
	total    projection.Scenario
	from, to float64 // jobs
	sectors  []step  // the largest change, up or down, first
	numbers  growthplot.NumberFormat

	steps  []step               // shown, in the order drawn
	merged int                  // sectors in the step "Other"
	beyond bool                 // it holds jobs of no sector
	below  [][]growthplot.Label // the names of all bars, in lines
	ticks  growthplot.Ticks
}

// step is what a sector adds, or all that have no step of their own.
type step struct {
	name     string
	change   float64
	rest     bool
	from, to float64 // levels of the total
}

// read takes the scenario from the outlook.
func (w *waterfall) read(scenario string) error {
	all := slices.Clone(w.Sectors)
	if w.Rest != nil {
		all = append(all, w.Rest)
	}
	gain := func(p *projection.Projection) (projection.Scenario, float64, error) {
		s, ok := p.Scenario(scenario)
		if !ok {
			return s, 0, fmt.Errorf("%q has no such scenario", p.Name)
		}
		change := s.GainIn(w.Total.To)
		if !(math.Abs(change) <= 1e300 && math.Abs(s.LevelIn(s.BaseYear)) <= 1e300) {
			return s, 0, fmt.Errorf("%q has %v jobs more in %d: %w", p.Name, change, w.Total.To, growth.ErrNotKnown)
		}
		return s, change, nil
	}
	var err error
	if w.total, _, err = gain(w.Total); err != nil {
		return err
	}
	w.from, w.to = w.total.LevelIn(w.Total.BaseYear), w.total.LevelIn(w.Total.To)
	if w.from == 0 && w.to == 0 {
		return errors.New("there are no jobs in either year")
	}
	highest := max(math.Abs(w.from), math.Abs(w.to))
	for _, p := range all {
		_, change, err := gain(p)
		if err != nil {
			return err
		}
		if p != w.Rest {
			w.sectors = append(w.sectors, step{name: p.Name, change: change, rest: isRest(p.Name)})
		}
		highest = max(highest, math.Abs(change))
	}
	if len(w.sectors) == 0 {
		return errors.New("no sector is projected")
	}
	slices.SortStableFunc(w.sectors, func(a, b step) int {
		return cmp.Or(cmp.Compare(math.Abs(b.change), math.Abs(a.change)), strings.Compare(a.name, b.name))
	})
	// The largest loss is shown beside the largest gain, or the other way round.
	if i := slices.IndexFunc(w.sectors, func(s step) bool { return s.change*w.sectors[0].change < 0 && !s.rest }); i > 1 {
		s := w.sectors[i]
		w.sectors = slices.Insert(slices.Delete(w.sectors, i, i+1), 1, s)
	}
	w.numbers = growthplot.FormatOf(w.pen.Style.Lang, "", highest)
	// Steps can be small beside the totals, and are what the chart is about: of millions
	// the largest has two digits.
	if largest := math.Abs(w.sectors[0].change); w.numbers.Magnitude > locale.Units && largest > 0 {
		for w.numbers.Decimals < 3 && math.Pow10(3*int(w.numbers.Magnitude)-w.numbers.Decimals) > largest/10 {
			w.numbers.Decimals++
		}
	}
	return nil
}

// isRest reports whether a sector is by its name what others leave.
func isRest(name string) bool {
	return slices.Contains([]string{"other", "others", "øvrige", "andet", "andre"}, strings.ToLower(strings.TrimSpace(name)))
}

// show makes the steps of the so many largest sectors and of what they leave.
func (w *waterfall) show(n int) {
	var up, down []step
	var left, merged growth.Sum // of the gain of the total; what the sectors among it have
	left.Add(w.to)
	left.Add(-w.from)
	size := math.Abs(w.from) + math.Abs(w.to)
	other := step{rest: true}
	w.merged = 0
	for _, s := range w.sectors {
		size += math.Abs(s.change)
		switch {
		case s.rest || len(up)+len(down) == n:
			merged.Add(s.change)
			other.name = s.name
			w.merged++
			continue
		case s.change < 0:
			down = append(down, s)
		default:
			up = append(up, s)
		}
		left.Add(-s.change)
	}
	other.change = left.Float64()
	left.Add(-merged.Float64())
	w.beyond = math.Abs(left.Float64()) > 1e-9*size // more than rounding
	if w.merged != 1 || w.beyond || !isRest(other.name) {
		other.name = w.say("Other", "Øvrige")
	}
	switch {
	case w.merged == 0 && !w.beyond:
	case other.change < 0:
		down = append(down, other)
	default:
		up = append(up, other)
	}
	w.steps = append(up, down...)
	var level growth.Sum
	level.Add(w.from)
	for i := range w.steps {
		s := &w.steps[i]
		s.from = level.Float64()
		level.Add(s.change)
		s.to = level.Float64()
	}
	w.steps[len(w.steps)-1].to = w.to
}

// fit shows as many sectors as there is room for, so that the names of all of them
// are there as a whole; but where that costs more than half of those whose figures
// fit, names are shortened.
func (w *waterfall) fit() error {
	area, err := w.pen.Area(growthplot.Text{Title: "-"}) // as wide as any
	if err != nil {
		return err
	}
	figures, names := -1, -1
	for n := len(w.sectors); n >= 0 && names < 0; n-- {
		w.show(n)
		if fits, whole := w.fits(w.pitch(area)); fits {
			figures = max(figures, n)
			if whole {
				names = n
			}
		}
	}
	if figures < 0 {
		return errors.New("projectionplot: waterfall: the figures have no room beside each other; make the figure wider")
	}
	w.show(max(names, (figures+1)/2))
	return nil
}

// fits reports whether the figures fit into bars at a pitch, and the names too.
func (w *waterfall) fits(pitch vg.Length) (figures, names bool) {
	t := w.value()
	texts := []string{w.numbers.Format(w.from), w.numbers.Format(w.to)}
	for _, s := range w.steps {
		texts = append(texts, w.numbers.Signed(s.change))
	}
	for _, text := range texts {
		if w.pen.Width(t, growthplot.Figures(text)) > pitch-stepBetween {
			return false, false
		}
	}
	for _, s := range w.steps {
		if _, whole := w.pen.Wrap(w.name(), w.display(s.name), pitch-stepBetween, w.lines()); !whole {
			return true, false
		}
	}
	return true, true
}
