package sectorplot

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/sector"
	"smartcity/sector/structure"
)

// NewSizeClassesPage draws companies and their jobs by size class as a finished
// page: bars of the parts of all companies at the left and of all jobs at the
// right, in the same scale, each with its number and per cent, and in small
// figures with the per cent alone. Jobs that are not known have their status in
// words; companies of a size that is not known come last, if there are any. Where
// there are more classes than fit, the highest are put together.
//
// Where text has no title or subtitle they are computed: the title names the
// classes with most companies and with most jobs. text.Subject is the place or
// field that they name. It returns an error if there are no companies, if a
// figure is infinite, or if there is no room, and those of [growthplot.NewPage].
func NewSizeClassesPage(s structure.SizeDistribution, text growthplot.Text, style growthplot.Style) (*growthplot.Page, error) {
	pen, err := growthplot.NewPen(style)
	if err != nil {
		return nil, err
	}
	d, err := newSizeClasses(s, pen)
	if err != nil {
		return nil, err
	}
	if text.Title == "" {
		text.Title = d.title(text.Subject)
	}
	if text.Subtitle == "" {
		text.Subtitle = d.subtitle(text.Subject)
	}
	own := text.Note
	for n := len(d.all); ; {
		d.cut(n)
		text.Note = strings.TrimSpace(own + " " + d.note())
		area, err := pen.Area(text)
		if err != nil {
			return nil, err
		}
		fits := int((area.Max.Y - area.Min.Y - sizeHead - sizeFoot) / sizeLeast)
		if n > fits && n > 2 {
			n = max(fits, 2)
			continue
		}
		if n > fits || !d.place(area) {
			return nil, errors.New("sectorplot: no room for the size classes; make the figure larger")
		}
		return growthplot.NewPage(pen, text, d.alt(), d.draw)
	}
}

// sizeClasses is the chart.
type sizeClasses struct {
	words
	pen   *growthplot.Pen
	of    structure.SizeDistribution
	all   []sizeRow
	rows  []sizeRow // shown
	other bool      // the last class shown is several

	// As placed.
	area  vg.Rectangle // of the rows, without their names
	names []name
	short bool                // values are per cents alone
	unit  vg.Length           // length of a bar of all
	half  vg.Length           // width of one side
	sides [2][]sizeValue      // of companies and of jobs
	heads [2]growthplot.Label // above them
	most  [2]int              // the row of most companies, and of most jobs; -1 if none
	typ   growthplot.Type     // of names and values
}

// sizeRow is a size class; that of sizes not known has no name.
type sizeRow struct {
	structure.SizeClass
	companies            int
	jobs                 sector.Figure
	companyPart, jobPart float64 // of all; NaN if not known
	unknown              int     // companies whose jobs are not known
}

// sizeValue is a bar with its value.
type sizeValue struct {
	part float64
	text string
	grey bool // it is a status
}

// Lengths of the chart in points.
const (
	sizeHead  vg.Length = 15 // above the rows, for what the bars are
	sizeFoot  vg.Length = 3
	sizeLeast vg.Length = 10 // from one row to the next
	sizeMost  vg.Length = 58
	sizeGap   vg.Length = 16 // between companies and jobs
	sizeBar   vg.Length = 30 // the least length of the longest bar
)

func newSizeClasses(s structure.SizeDistribution, pen *growthplot.Pen) (*sizeClasses, error) {
	if s.Total.Companies <= 0 || len(s.Lines) == 0 {
		return nil, errors.New("sectorplot: size classes without companies")
	}
	d := &sizeClasses{words: words{lang: pen.Style.Lang, dimension: "size", measure: s.Measure}, pen: pen, of: s}
	most := 0.0
	for _, l := range append(slices.Clone(s.Lines), s.Total) {
		jobs := l.Jobs.Sum.Float64()
		if math.Abs(jobs) > 1e300 || l.JobShare.Float64() > 1 || l.JobShare.Float64() < 0 {
			return nil, fmt.Errorf("sectorplot: size class %q with jobs of %v", l.Name, l.Jobs.Sum)
		}
		if math.Abs(jobs) > most {
			most = math.Abs(jobs)
		}
	}
	for _, l := range s.Lines {
		if l.Companies == 0 && math.IsNaN(l.From) {
			continue // nobody's size is unknown
		}
		d.all = append(d.all, sizeRow{l.SizeClass, l.Companies, l.Jobs.Sum, l.CompanyShare.Float64(), l.JobShare.Float64(), l.Jobs.Missing + l.Jobs.Suppressed})
	}
	d.numbers = growthplot.FormatOf(d.lang, "", most)
	return d, nil
}

// cut puts the highest classes together, so that so many rows are left, and finds
// those with most companies and most jobs.
func (d *sizeClasses) cut(n int) {
	d.rows, d.other = d.all, n < len(d.all)
	if d.other {
		known := len(d.all)
		if math.IsNaN(d.all[known-1].From) {
			known--
		}
		first := max(n-(len(d.all)-known)-1, 0)
		d.rows = append(append(slices.Clone(d.all[:first]), together(d.all[first:known])), d.all[known:]...)
	}
	d.most = [2]int{-1, -1}
	for i, r := range d.rows {
		if math.IsNaN(r.From) {
			continue
		}
		for side, part := range []float64{r.companyPart, r.jobPart} {
			at := d.most[side]
			if part > 0 && (at < 0 || part > []float64{d.rows[at].companyPart, d.rows[at].jobPart}[side]) {
				d.most[side] = i
			}
		}
	}
}

// together adds classes up.
func together(rows []sizeRow) sizeRow {
	out := rows[0]
	out.Name, out.To = "", rows[len(rows)-1].To
	out.companies, out.unknown = 0, 0
	var jobs, companyPart, jobPart growth.Sum
	known, suppressed := false, false
	parts := false
	for _, r := range rows {
		out.companies += r.companies
		out.unknown += r.unknown
		companyPart.Add(r.companyPart)
		if r.jobs.Known() {
			known = true
			jobs.Add(r.jobs.Float64())
		}
		suppressed = suppressed || r.jobs.Status() == sector.Suppressed
		if !math.IsNaN(r.jobPart) {
			parts = true
			jobPart.Add(r.jobPart)
		}
	}
	out.companyPart, out.jobPart, out.jobs = companyPart.Float64(), math.NaN(), sector.Figure{}
	if parts {
		out.jobPart = jobPart.Float64()
	}
	switch {
	case known:
		out.jobs = sector.Value(jobs.Float64())
	case suppressed:
		out.jobs = sector.Hidden()
	}
	return out
}
