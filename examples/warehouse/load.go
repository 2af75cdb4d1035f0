package main

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"smartcity/sector"
)

// definition is the columns of a company table with their types.
func (e *engine) definition() string {
	var list []string
	for _, k := range columns() {
		kind := e.figure
		switch {
		case k.text != nil:
			kind = e.text
		case k.number != nil:
			kind = e.number
		}
		list = append(list, k.name+" "+kind)
	}
	return strings.Join(list, ", ")
}

// create makes an empty company table. It is an error if the table is there.
func (db *database) create(ctx context.Context, table string) error {
	if _, err := db.ExecContext(ctx, "CREATE TABLE "+db.quoted(table)+" ("+db.definition()+")"+db.storage); err != nil {
		return fmt.Errorf("make table %s: %w", table, err)
	}
	return nil
}

// load writes companies into a company table.
func (db *database) load(ctx context.Context, table string, companies iter.Seq2[sector.Company, error]) error {
	if err := db.insert(ctx, db, table, companies); err != nil {
		return fmt.Errorf("load table %s: %w", table, err)
	}
	return nil
}

// drop removes a table.
func (db *database) drop(ctx context.Context, table string) error {
	_, err := db.ExecContext(ctx, "DROP TABLE "+db.quoted(table))
	return err
}

// insertRows is one prepared INSERT, row after row in a single transaction.
func insertRows(ctx context.Context, db *database, table string, companies iter.Seq2[sector.Company, error]) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	columns := columns()
	stmt, err := tx.PrepareContext(ctx, "INSERT INTO "+db.quoted(table)+" VALUES (?"+strings.Repeat(", ?", len(columns)-1)+")")
	if err != nil {
		return err
	}
	defer stmt.Close()
	for c, err := range companies {
		if err != nil {
			return err
		}
		if _, err := stmt.ExecContext(ctx, row(columns, &c)...); err != nil {
			return err
		}
	}
	return tx.Commit()
}
