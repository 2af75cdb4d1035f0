package workbook_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/examples/notebook/workbook"
	"smartcity/growth/locale"

	"github.com/xuri/excelize/v2"
)

// The sheet holds the figures themselves; its number formats show them as the
// page does.
func ExampleWrite() {
	page := notebook.Page{Lang: locale.Danish, Title: "Smart City i Danmark", Blocks: []notebook.Block{notebook.Table{
		Name: "sectors", Caption: "Brancher, 2018", Sheet: "Brancher",
		Columns: []notebook.Column{
			{Name: "sector", Header: "Branche"}, {Name: "fte", Header: "Årsværk"}, {Name: "share", Header: "Andel", Unit: "pct.", Scale: .01, Decimals: 1},
			{Name: "revenue", Header: "Omsætning", Unit: "mio. kr.", Scale: 1e6, Decimals: 1},
		},
		Rows: [][]notebook.Cell{
			{notebook.Str("Energi"), notebook.Num(5120), notebook.Num(.5486), notebook.Num(11_804_500_000)},
			{notebook.Str("Mobilitet"), notebook.Num(4214), notebook.Num(.4514), notebook.Suppressed()},
		},
	}}}
	var b bytes.Buffer
	if err := workbook.Write(&b, page); err != nil {
		log.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	fmt.Println(f.GetSheetList())
	for _, raw := range []bool{false, true} {
		rows, err := f.GetRows("Brancher", excelize.Options{RawCellValue: raw})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%q\n", rows)
	}
	// Output:
	// [Indhold Brancher]
	// [["Branche" "Årsværk" "Andel (pct.)" "Omsætning (mio. kr.)"] ["Energi" "5,120" "54.9%" "11,804.5"] ["Mobilitet" "4,214" "45.1%" "diskretioneret"]]
	// [["Branche" "Årsværk" "Andel (pct.)" "Omsætning (mio. kr.)"] ["Energi" "5120" "0.5486" "11804500000"] ["Mobilitet" "4214" "0.4514" "diskretioneret"]]
}

func ExampleLimitError() {
	page := notebook.Page{Title: "Companies", Blocks: []notebook.Block{notebook.Table{
		Name: "companies", Columns: []notebook.Column{{Name: "name"}},
		Rows: [][]notebook.Cell{{notebook.Str("Energi A/S")}, {notebook.Str(strings.Repeat("x", 40_000))}},
	}}}
	err := workbook.Write(io.Discard, page)
	fmt.Println(err)
	if e, ok := errors.AsType[*workbook.LimitError](err); ok {
		fmt.Println(e.Has, e.Limit)
	}
	// Output:
	// workbook: table "companies", row 2, column "name": 40000 characters in a cell, which holds 32767 at most
	// 40000 32767
}
