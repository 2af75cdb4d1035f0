package main

import (
	"errors"
	"testing"

	"smartcity/sector"
	"smartcity/sector/sectorsql"
)

// TestPartsOfFirms: parts of firms are in rows that state a share, as in memory.
func TestPartsOfFirms(t *testing.T) {
	links, err := sector.NewConcordance([]sector.Link{{Code: "62", Domain: "IT"}}, "")
	if err != nil {
		t.Fatal(err)
	}
	each(t, func(t *testing.T, db subject) {
		db.make(t, "firms_parts", "code "+db.text+", firms "+db.figure+", share "+db.figure)
		for _, row := range []string{"1, NULL", "1.5, 0.5", "0.5, 1", "0.25, 0"} {
			db.execute(t, "INSERT INTO firms_parts SELECT '62', "+row)
		}
		q := sectorsql.Query{
			Dialect: db.dialect, Table: "firms_parts", Year: 2018, Suppressed: []any{-8}, Concordance: links,
			Columns: sectorsql.Columns{IndustryCode: "code", Firms: "firms", Share: "share"}, Options: sector.Options{Firms: sector.CountColumn},
		}
		table, err := sectorsql.Aggregate(t.Context(), db, q)
		if err != nil || table.Rows[0].Firms.Sum != sector.Value(2.25) {
			t.Errorf("%v, %+v", err, table)
		}
		for _, row := range []string{"1.5, -8", "1.5, NULL"} {
			db.execute(t, "INSERT INTO firms_parts SELECT '62', "+row)
			_, err := sectorsql.Aggregate(t.Context(), db, q)
			if e, ok := errors.AsType[*sector.FieldError](err); !ok || e.Field != "firms" || e.Value != "1.5" {
				t.Errorf("%s: %v", row, err)
			}
		}
	})
}
