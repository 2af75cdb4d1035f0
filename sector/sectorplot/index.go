package sectorplot

import (
	"fmt"
	"slices"
	"strings"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/sector"
)

// NewIndexPage draws a column of a table's groups over the years of the table as
// index numbers, 100 in a base year, as [growthplot.NewIndexPage] draws series. A
// note names the figures that are suppressed; they are gaps like those that are
// missing.
//
// Where text has no subtitle it is computed and names the column. Errors are those of
// [NewJobsPage] for the base year, and of [growthplot.NewIndexPage].
func NewIndexPage(t *sector.Table, column sector.Column, baseYear int, text growthplot.Text, style growthplot.Style) (*growthplot.Page, error) {
	f, err := read(t, baseYear, column)
	if err != nil {
		return nil, err
	}
	f.lang = style.Lang
	at := slices.IndexFunc(t.By, func(d sector.Dimension) bool { return d.Name() == f.dimension })
	var series []growth.Series
	var hidden []string
	for _, r := range t.Rows {
		name := r.Key[at]
		if figure(r, column).Status() == sector.Suppressed {
			hidden = append(hidden, fmt.Sprintf("%s %d", f.lang.GroupName(name), r.Year))
		}
		if slices.ContainsFunc(series, func(s growth.Series) bool { return s.Name == name }) {
			continue
		}
		s, err := t.Series(column, name)
		if err != nil {
			return nil, err
		}
		series = append(series, s)
	}
	if text.Subtitle == "" {
		text.Subtitle = f.say("%s by %s, index, %d = 100", "%s efter %s, indeks, %d = 100", f.noun(), f.by(), baseYear)
	}
	if note := f.suppressed(hidden); note != "" {
		text.Note = strings.TrimSpace(note + ". " + text.Note)
	}
	return growthplot.NewIndexPage(series, baseYear, text, style)
}

// suppressed names figures, or says how many there are where those are too many to
// name.
func (f *figures) suppressed(figures []string) string {
	switch list := strings.Join(figures, ", "); {
	case list == "":
		return ""
	case len([]rune(list)) <= 60: // what a line of a small figure holds
		return f.say("Suppressed: %s", "Diskretioneret: %s", list)
	case len(figures) == 1:
		return f.say("1 figure is suppressed", "1 tal er diskretioneret")
	}
	return f.say("%s figures are suppressed", "%s tal er diskretioneret", f.lang.Number(float64(len(figures)), 0))
}
