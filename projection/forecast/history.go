package forecast

import (
	"math"
	"slices"

	"smartcity/growth"
)

// history is a series from its first to its last known year.
type history struct {
	about Forecast
	first int       // the first known year
	y     []float64 // NaN where a year in between is not known
}

// historyOf reads the known years of a series. The model's name goes into
// refusals; gaps says whether the model can do with a year missing in between.
func historyOf(model Model, s growth.Series, needed int, gaps bool) (*history, error) {
	refuse := func(r Refusal) (*history, error) {
		r.Model, r.Name = model.String(), s.Name
		return nil, &r
	}
	h := &history{about: Forecast{Name: s.Name, Unit: s.Unit, Model: model.String()}}
	first, last := -1, -1
	var missing []int
	for i, v := range s.Values {
		year := s.FirstYear + i
		switch {
		case math.IsNaN(v):
			missing = append(missing, year)
			continue
		case math.IsInf(v, 0):
			return refuse(Refusal{Reason: NotFinite, Year: year})
		case v < 0:
			return refuse(Refusal{Reason: Negative, Year: year, Value: v})
		}
		if first < 0 {
			first = i
		}
		if last >= 0 && last != i-1 && !gaps {
			return refuse(Refusal{Reason: MissingYear, Year: s.FirstYear + last + 1})
		}
		last = i
		h.about.N++
	}
	if h.about.N < needed {
		return refuse(Refusal{Reason: TooFewYears, N: h.about.N, Needed: needed})
	}
	if len(missing) > 0 {
		h.about.Warnings = append(h.about.Warnings, &MissingYears{Name: s.Name, Years: missing})
	}
	h.first, h.y = s.FirstYear+first, slices.Clone(s.Values[first:last+1]) // what is fitted stays as it was
	h.about.Origin = s.FirstYear + last
	return h, nil
}

// known returns how many figures are known.
func known(values []float64) int {
	n := 0
	for _, v := range values {
		if !math.IsNaN(v) {
			n++
		}
	}
	return n
}

// series returns the history as a series.
func (h *history) series() growth.Series {
	return growth.Series{Name: h.about.Name, Unit: h.about.Unit, FirstYear: h.first, Values: h.y}
}

// less returns the figures less a curve over years.
func (h *history) less(curve func(year float64) float64) func() []float64 {
	return func() []float64 {
		e := make([]float64, len(h.y))
		for i, v := range h.y {
			e[i] = v - curve(float64(h.first+i))
		}
		return e
	}
}

// noSpread warns if the residual standard deviation is no more than rounding
// beside the figures, and puts it to zero.
func (h *history) noSpread(sd float64) float64 {
	largest := 0.
	for _, v := range h.y {
		if !math.IsNaN(v) {
			largest = max(largest, v)
		}
	}
	if sd > 1e-12*largest {
		return sd
	}
	h.about.Warnings = append(h.about.Warnings, &NoSpread{Model: h.about.Model})
	return 0
}

// outOfRange is the refusal of a fit or forecast whose arithmetic fails on figures
// that are sound: they are too large or too small.
func (h *history) outOfRange(year int, cause error) error {
	return &Refusal{Model: h.about.Model, Name: h.about.Name, Reason: OutOfRange, Year: year, Cause: cause}
}
