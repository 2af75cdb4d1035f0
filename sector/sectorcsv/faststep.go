package sectorcsv

import "smartcity/sector"

// step is what a worker does with the next column of a row, or with the next
// columns if they are texts.
type step struct {
	kind   stepKind
	at     int      // column of the file
	last   bool     // of the row: it ends in a line feed
	figure int      // which of figuresOf, of a figureStep
	known  statuses // that it is known
	unit   unit
	quick  bool // a small unit, and not the last column
	wide   bool // numbers of more than eight bytes stand there

	// Of a textStep: the texts of several columns stand side by side, and those
	// of a company are often the same in the next row. Then they are compared
	// all at once, and not read again.
	texts []textColumn
	stood []byte // in the row before, separators included; nil if that is not known
}

type stepKind uint8

const (
	ignoredStep stepKind = iota
	textStep
	yearStep
	foundedStep
	figureStep
	shareStep
	currencyStep
)

type textColumn struct {
	kind textKind
	at   int
	last bool
}

type textKind uint8

const (
	idText textKind = iota
	nameText
	sectorText
	regionText
	codeText
)

// stepsOf are the steps of a file's columns.
func stepsOf(p *plan) []step {
	var steps []step
	texts := map[string]textKind{"id": idText, "name": nameText, "sector": sectorText, "region": regionText, "industry_code": codeText, "municipality": codeText}
	others := map[string]stepKind{"year": yearStep, "founded": foundedStep, "share": shareStep, "currency": currencyStep}
	for at, c := range p.columns {
		s := step{at: at, last: at == len(p.columns)-1, unit: unitOf(c.unit)}
		if kind, ok := texts[c.field]; ok {
			column := textColumn{kind, at, s.last}
			if n := len(steps) - 1; n >= 0 && steps[n].kind == textStep {
				steps[n].texts = append(steps[n].texts, column)
				continue
			}
			s.kind, s.texts = textStep, []textColumn{column}
		} else if kind, ok := others[c.field]; ok {
			s.kind = kind
		}
		for i, field := range figureNames() {
			if c.field == field {
				s.kind, s.figure, s.known = figureStep, i, statuses(sector.Known)<<(2*i)
				s.quick = s.unit.small && !s.last
			}
		}
		steps = append(steps, s)
	}
	return steps
}

// figureNames are the fields of figuresOf.
func figureNames() [4]string { return [4]string{"fte", "employees", "revenue", "firms"} }
