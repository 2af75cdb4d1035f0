package sectorsql_test

import (
	"database/sql"
	"database/sql/driver"
	"errors"
	"strings"
	"testing"

	"smartcity/sector"
	"smartcity/sector/sectorsql"
)

func TestReadConcordance(t *testing.T) {
	columns := []string{"Code", "DOMAIN", "weight", "from", "to", "revision", "note"}
	row := func(code, domain any, weight any) []driver.Value {
		return []driver.Value{code, domain, weight, int64(2010), nil, "DB07", 7.5}
	}
	f := &fake{columns: columns, rows: [][]driver.Value{row("620100", "IT", "0.25"), row("62", "Mobility", nil)}}
	c, err := sectorsql.ReadConcordance(t.Context(), f.db(t), sectorsql.ClickHouse(), "register.links", "")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := f.statements[0], "SELECT *\nFROM `register`.`links`\nLIMIT 1000001"; got != want {
		t.Errorf("statement %q, want %q", got, want)
	}
	d, err := c.Split(sector.Company{IndustryCode: "620100", Year: 2018, FTE: sector.Value(8)}, sector.CountRows)
	if err != nil || len(d.Parts) != 1 || d.Parts[0].Sector != "IT" || d.Parts[0].FTE != sector.Value(2) {
		t.Errorf("divided into %v, error %v", d, err)
	}
	if d, err = c.Split(sector.Company{IndustryCode: "620100", Year: 2009}, sector.CountRows); err != nil || d.Gap != sector.NotInYear {
		t.Errorf("in 2009: %v, %v", d.Gap, err)
	}

	for want, f := range map[string]*fake{
		"link 1: column \"Code\": a text was expected, not 620100": {columns: columns, rows: [][]driver.Value{row(int64(620100), "IT", 1.)}},
		"not \"half\"":                {columns: columns, rows: [][]driver.Value{row("62", "IT", "half")}},
		"needs code and domain":       {columns: []string{"code"}, rows: [][]driver.Value{{"62"}}},
		"want a domain":               {columns: columns, rows: [][]driver.Value{row("62", nil, nil)}},
		"register.links has no links": {columns: columns},
	} {
		c, err := sectorsql.ReadConcordance(t.Context(), f.db(t), sectorsql.SQLite(), "register.links", "")
		if c != nil || err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want one with %q", err, want)
		}
	}
	f = &fake{columns: columns, rows: [][]driver.Value{row("62", nil, nil)}}
	_, err = sectorsql.ReadConcordance(t.Context(), f.db(t), sectorsql.SQLite(), "links", "")
	if _, ok := errors.AsType[*sector.LinkError](err); !ok {
		t.Errorf("%v is no link error", err)
	}
	_, err = sectorsql.ReadConcordance(t.Context(), (&fake{columns: columns}).db(t), sectorsql.SQLite(), "links", "")
	if !errors.Is(err, sql.ErrNoRows) {
		t.Errorf("%v is not that there are no rows", err)
	}
	if _, err = sectorsql.ReadConcordance(t.Context(), (&fake{}).db(t), sectorsql.SQLite(), "", ""); err == nil {
		t.Error("no table, and no error")
	}
}
