package sectorcsv_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

const links = `branchekode;domæne;vægt
62;Smart digitalisering;0,5
6202;Smart digitalisering;
6203;Smart digitalisering;0
3514;Smart energi;0,8
`

func ExampleReadConcordance() {
	concordance, _, err := sectorcsv.ReadConcordance(context.Background(), strings.NewReader(links), sectorcsv.Options{}, "")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, code := range []string{"620100", "620200", "620300", "351400", "010110"} {
		division, err := concordance.Split(sector.Company{IndustryCode: code, Year: 2018, FTE: sector.Value(100)}, sector.CountRows)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, part := range division.Parts {
			fmt.Println(code, part.Sector, part.FTE)
		}
	}
	// Output:
	// 620100 Smart digitalisering 50
	// 620200 Smart digitalisering 100
	// 351400 Smart energi 80
}

func ExampleReadConcordanceFile() {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "links.csv")
	if err := os.WriteFile(path, []byte(links+"62;Smart energi;0,6\n"), 0o644); err != nil {
		fmt.Println(err)
		return
	}
	_, _, err = sectorcsv.ReadConcordanceFile(context.Background(), path, sectorcsv.Options{Name: "links.csv"}, "")
	fmt.Println(err)
	if bad, ok := errors.AsType[*sector.LinkError](err); ok {
		fmt.Println(bad.Link.Weight)
	}
	// Output:
	// links.csv:6: the link of code "62" to domain "Smart energi": want weights of the code that add up to at most 1: they are 1.1 in 1800
	// 0.6
}
