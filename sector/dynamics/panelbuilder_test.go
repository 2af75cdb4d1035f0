package dynamics

import (
	"errors"
	"math"
	"strings"
	"testing"

	"smartcity/sector"
)

func TestPanelRefuses(t *testing.T) {
	good := companyYear("7", 2018, 5, "Energy")
	with := func(change func(*sector.Company)) sector.Company {
		c := good
		change(&c)
		return c
	}
	for _, c := range []struct {
		name    string
		company sector.Company
		is      error
		field   string
	}{
		{"no ID", with(func(c *sector.Company) { c.ID = "" }), ErrNoID, ""},
		{"a workplace", with(func(c *sector.Company) { c.Establishment = "1001" }), ErrNotOneFirm, ""},
		{"three firms", with(func(c *sector.Company) { c.Firms = sector.Value(3) }), ErrNotOneFirm, ""},
		{"firms hidden", with(func(c *sector.Company) { c.Firms = sector.Hidden() }), ErrNotOneFirm, ""},
		{"no firm", with(func(c *sector.Company) { c.Firms = sector.Value(0) }), ErrNotOneFirm, ""},
		{"no year", with(func(c *sector.Company) { c.Year = 0 }), nil, "year"},
		{"jobs below zero", with(func(c *sector.Company) { c.FTE = sector.Value(-1) }), nil, "fte"},
		{"infinite revenue", with(func(c *sector.Company) { c.Revenue = sector.Value(math.Inf(1)) }), nil, "revenue"},
	} {
		_, err := NewPanel([]sector.Company{companyYear("1", 2018, 1, ""), c.company}, PanelOptions{})
		e, ok := errors.AsType[*RowError](err)
		if !ok || e.Row != 2 || c.is != nil && !errors.Is(err, c.is) {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if c.field != "" {
			if f, ok := errors.AsType[*sector.FieldError](err); !ok || f.Field != c.field {
				t.Errorf("%s: %v", c.name, err)
			}
		}
		if !strings.Contains(err.Error(), "row 2") {
			t.Errorf("%s: %q names no row", c.name, err)
		}
	}
	if _, err := NewPanel([]sector.Company{with(func(c *sector.Company) { c.Firms = sector.Value(1) })}, PanelOptions{}); err != nil {
		t.Errorf("one firm: %v", err)
	}
}

func TestPanelLeavesOut(t *testing.T) {
	rows := []sector.Company{
		companyYear("", 2018, 1, ""), companyYear("1", 2018, 1, ""), {ID: "2", Year: 2018, Firms: sector.Value(2)}, {ID: "3", Year: 2018, Establishment: "9"}, companyYear("", 2018, 1, ""),
	}
	p := mustPanel(t, rows, PanelOptions{LeaveOut: true})
	w, ok := p.Warnings()[0].(*RowsLeftOut)
	if p.Len() != 1 || !ok || *w != (RowsLeftOut{NoID: 2, NotOneFirm: 2}) || w.Error() == "" {
		t.Errorf("%d rows, %v", p.Len(), p.Warnings())
	}
	// What no company can have is refused all the same.
	if _, err := NewPanel([]sector.Company{{ID: "1", Year: 5}}, PanelOptions{LeaveOut: true}); err == nil {
		t.Error("a year of 5 was left out in silence")
	}
}

// Panels can be taken while rows are still added.
func TestPanelBuilderGoesOn(t *testing.T) {
	b := NewPanelBuilder(PanelOptions{})
	add := func(c sector.Company) {
		t.Helper()
		if err := b.Add(c); err != nil {
			t.Fatal(err)
		}
	}
	panel := func() *Panel {
		t.Helper()
		p, err := b.Panel()
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	add(companyYear("2", 2017, 1, "Water"))
	first := panel()
	add(companyYear("1", 2016, 2, "Energy"))
	second := panel()
	if first.Len() != 1 || second.Len() != 2 {
		t.Errorf("%d and %d rows", first.Len(), second.Len())
	}
	if o, ok := first.Find("2", 2017); !ok || o.Sector != "Water" {
		t.Errorf("the first panel changed: %v", o)
	}
	if o, ok := second.Find("1", 2016); !ok || o.Sector != "Energy" {
		t.Errorf("the second panel: %v", o)
	}
}

// The panel does not keep the line a company was read from.
func TestPanelClonesText(t *testing.T) {
	line := strings.Repeat("x", 100)
	p := mustPanel(t, []sector.Company{{ID: line[:3], Year: 2018, Sector: line[:4]}}, PanelOptions{})
	if unsafeSame(p.ids[0], line) || unsafeSame(p.sectors[0], line) {
		t.Error("text of the panel shares memory with the input")
	}
}

func TestFoundedDiffers(t *testing.T) {
	a, b, c := companyYear("1", 2016, 1, ""), companyYear("1", 2017, 1, ""), companyYear("1", 2018, 1, "")
	a.Founded, c.Founded = 2012, 2010
	p := mustPanel(t, []sector.Company{a, b, c}, PanelOptions{})
	if o, _ := p.Find("1", 2017); o.Founded != 2010 {
		t.Errorf("founded %d, want the earliest", o.Founded)
	}
	if w, ok := p.Warnings()[0].(*FoundedDiffers); !ok || w.Companies != 1 || w.Error() == "" {
		t.Errorf("warnings %v", p.Warnings())
	}
}
