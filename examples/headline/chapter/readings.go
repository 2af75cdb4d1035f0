package chapter

import (
	"fmt"
	"slices"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth/locale"
	"smartcity/projection"
)

// Source is a publication and what it says.
type Source struct {
	Name, Says string
	Claim      projection.Claim
}

// Readings takes apart what each source says: a table, and a sentence for each
// band. Best is the reading that is explained best, and whose it is; it is nil if
// there is none.
func Readings(l locale.Language, sources []Source) (table notebook.Table, bands []string, best *projection.Reading, whose string, err error) {
	table = notebook.Table{
		Name: "readings", Caption: l.Pick("What each publication can mean", "Hvad hver udgivelse kan betyde"),
		Columns: []notebook.Column{
			{Name: "source", Header: l.Pick("Source", "Kilde")}, {Name: "says", Header: l.Pick("It says", "Den siger")},
			{Name: "grade", Header: l.Pick("Grade", "Karakter")}, {Name: "base_year", Header: l.Pick("From", "Fra"), Year: true},
			{Name: "reading", Header: l.Pick("Reading", "Fortolkning")}, {Name: "chance", Header: l.Pick("By chance", "Tilfældigt"), Unit: l.Pick("%", "pct."), Scale: .01, Decimals: 1},
		},
		Note: l.Pick(
			"Grade A: the figure follows from the base at an end of the range, to its last printed digit. B: it does so from a base that would be printed the same. C: some rate inside the range leads to it. By chance: the share of all figures of that size that some reading would explain as well.",
			"Karakter A: tallet følger af udgangspunktet ved en ende af intervallet, til sidste trykte ciffer. B: det gør det fra et udgangspunkt, der ville blive trykt ens. C: en vækst inden for intervallet fører til det. Tilfældigt: den andel af alle tal af den størrelse, som en fortolkning ville forklare lige så godt."),
	}
	data := &notebook.Table{Name: table.Name, Columns: table.Columns}
	for _, s := range sources {
		name, says := s.Name, s.Says
		found, err := s.Claim.Readings()
		if err != nil {
			return table, nil, nil, "", fmt.Errorf("%s: %w", name, err)
		}
		for i, r := range found.List {
			if best == nil || r.Compare(*best) < 0 {
				best, whose = &r, name
			}
			row := []notebook.Cell{
				notebook.Str(name), notebook.Str(says), notebook.Str(r.Grade.String()), notebook.Num(float64(r.BaseYear)), notebook.Str(Describe(l, r)), notebook.Num(r.Chance.Share()),
			}
			data.Rows = append(data.Rows, row)
			if i > 0 {
				row = slices.Clone(row)
				row[1] = notebook.Str("") // the page reads down
			}
			table.Rows = append(table.Rows, row)
		}
		for _, b := range found.Bands {
			if b.Solved {
				bands = append(bands, fmt.Sprintf(l.Pick("By itself the band %s–%s takes %s years (%s–%s), whatever its base.", "I sig selv svarer intervallet %s–%s til %s år (%s–%s), uanset udgangspunktet."),
					l.Number(b.Low.Value, 0), l.Number(b.High.Value, 0), l.Number(b.Years, 2), l.Number(b.Between.Low, 2), l.Number(b.Between.High, 2)))
			}
		}
	}
	table.Data = data
	return table, bands, best, whose, nil
}

// Describe puts a reading into words.
func Describe(l locale.Language, r projection.Reading) string {
	var parts []string
	for _, f := range r.Fits {
		if f.Grade == projection.GradeC {
			meaning := l.Pick("in all", "i alt")
			if f.Kind == projection.Gain {
				meaning = l.Pick("more", "flere")
			}
			parts = append(parts, fmt.Sprintf(l.Pick("%s %s needs %s a year", "%s %s kræver %s om året"), number(l, f.Figure.Value), meaning, l.Percent(float64(f.Implied), 3)))
			continue
		}
		meaning := l.Pick("jobs", "job")
		if f.Kind == projection.Gain {
			meaning = l.Pick("more jobs", "flere job")
		}
		parts = append(parts, fmt.Sprintf(l.Pick("%s a year gives %s %s", "%s om året giver %s %s"), l.Percent(float64(f.Rate), 0), number(l, f.P), meaning))
	}
	text := strings.Join(parts, "; ")
	if r.Grade == projection.GradeB {
		text += fmt.Sprintf(l.Pick("; fits a base of %s–%s", "; passer med et udgangspunkt på %s–%s"), number(l, r.Bases.Low), number(l, r.Bases.High))
	}
	return text
}
