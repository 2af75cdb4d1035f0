package sectorcsv

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestLanesAgreeOnRemarks has rows of which the reading lane has something to
// say although all of their cells can be read: each among rows that are in order,
// so that a lane that does not look at it would go on.
func TestLanesAgreeOnRemarks(t *testing.T) {
	one := Options{Year: 2018}
	for _, c := range []struct {
		header, plain, row string
		opt                Options
		want               string // in the report
	}{
		{"id,sector,year,fte", "%d,A,2018,5", "12345678.0,A,2018,5", Options{}, "mended"},
		{"id;sector;year;fte", "%d;A;2018;5", "12345678,0;A;2018;5", Options{}, "mended"},
		{"id,sector,year,fte", "%d,A,2018,5", "'0123,A,2018,5", Options{}, "mended"},
		{"id,sector,year,fte", "%d,A,2018,5", "\"=\"\"0123\"\"\",A,2018,5", Options{}, "mended"},
		{"id,sector,year,fte", "%d,A,2018,5", "1.23E+07,A,2018,5", Options{}, "rounded number"},
		{"id,sector,year,fte", "%d,A,2018,5", "Total,A,2018,5", Options{}, "say that they are totals"},
		{"id,sector,year,fte", "%d,A,2018,5", "Tot.,A,2018,5", Options{}, "say that they are totals"},
		{"id,sector,year,fte", "%d,A,2018,5", "\u200b77,A,2018,5", Options{}, ""},
		{"id,sector,industry_code,year,fte", "%d,A,620100,2018,5", "77,A,'010110,2018,5", Options{}, "mended"},
		{"id,sector,industry_code,year,fte", "%d,A,620100,2018,5", "77,A,6.2E+05,2018,5", Options{}, "rounded number"},
		{"id,sector,industry_code,year,fte", "%d,A,620100,2018,5", "77,A,62.0,2018,5", Options{}, ""},
		{"id,sector,industry_code,year,fte", "%d,A,620100,2018,5", "77,A,TOTAL,2018,5", Options{}, "say that they are totals"},
		{"id,sector,municipality,year,fte", "%d,A,Køge,2018,5", "77,A,I alt,2018,5", Options{}, "say that they are totals"},
		{"id,sector,municipality,year,fte", "%d,A,Køge,2018,5", "77,A,I  alt ,2018,5", Options{}, "say that they are totals"},
		{"id,sector,municipality,year,fte", "%d,A,Køge,2018,5", "77,A,I  alt,2018,5", Options{}, "say that they are totals"},
		{"id,sector,municipality,year,fte", "%d,A,Køge,2018,5", "77,A,\u00a0Total:,2018,5", Options{}, "say that they are totals"},
		{"id,sector,municipality,year,fte", "%d,A,Køge,2018,5", "77,A,\u200b,2018,5", Options{}, ""},
		{"id,sector,year,fte", "%d,A,2018,5", "77,A Total,2018,5", Options{}, "say that they are totals"},
		{"id,sector,year,fte", "%d,A,2018,5", "77,TOTAL - all activities,2018,5", Options{}, "say that they are totals"},
		{"id,sector,region,year,fte", "%d,A,North,2018,5", "77,A,North i alt,2018,5", Options{}, "say that they are totals"},
		{"id,sector,year,fte", "%d,A,2018,5", "77,Gesamtergebnis,2018,5", Options{}, "Gesamtergebnis"},
		{"id,sector,year,fte", "%d,A,2018,5", "77,A\u00ad,2018,5", Options{}, ""},
		{"id,name,sector,year,fte", "%d,N,A,2018,5", "77,\u200b,A,2018,5", Options{}, ""},
		{"id,name,sector,year,fte", "%d,N,A,2018,5", "77,Total Danmark A/S,A,2018,5", Options{}, ""},
		{"id,name,sector,year,fte", "%d,N,A,2018,5", "77,To\u200btal,A,2018,5", Options{}, "Total"},
		{"id,size,sector,year,fte", "%d,0-9,A,2018,5", "77,I alt,A,2018,5", Options{}, "say that they are totals"},
		{"id,size,sector,year,fte", "%d,0-9,A,2018,5", "77, Total ,A,2018,5", Options{}, "say that they are totals"},
		{"id,size,sector,year,fte", "%d,0-9,A,2018,5", "77,\u00a0Total,A,2018,5", Options{}, "say that they are totals"},
		{"id,size,sector,year,fte", "%d,Total,A,2018,5", "77,Total,A,2018,5", Options{}, ""},
		{"id,sector,year,fte,", "%d,A,2018,5,", "77,A,2018,1,5", Options{}, "decimals"},
		{"id,sector,fte,", "%d,A,5,", "77,A,1,note", one, ""},
		{"name,sector,fte", "N%d,A,5", "Kilde: Danmarks Statistik,,", one, "Danmarks Statistik"},
		{"name,sector,fte", "N%d,A,5", "A heading,,", one, "heading"},
		{"name,sector,fte", "N%d,A,5", "N,A,", one, "neither an id nor"},
		{"name,sector,fte", "N%d,A,5", "N,A,NA", one, "neither an id nor"},
		{"name,sector,fte", "N%d,A,5", "N,A,..", one, ""},
		{"sector,name,fte", "A,N%d,5", ",A heading,", one, "heading"},
		{"sector,name,fte", "A,N%d,5", " , ,", one, ""},
		{"name,sector,year,fte", "N%d,A,2018,5", "Note: revised,,,", Options{}, "Note: revised"},
		{"id,name,sector,year,fte", "%d,N,A,2018,5", "77,\"N,A,2018,5\n78,M\",A,2018,6", Options{}, "is a closing quote missing"},
		{"id,name,sector,year,fte", "%d,N,A,2018,5", "77,\"N,A,2018,5\n78,M,A,2018,6\"", Options{}, "is a closing quote missing"},
		{"id,name,sector,year,fte", "%d,N,A,2018,5", "77,\"N\nand M, A and B, 2018\",A,2018,5", Options{}, ""},
		{"id,sector,year,revenue,currency", "%d,A,2018,5,DKK", "77,A,2018,6,kr.", Options{}, ""},
		{"id,sector,year,revenue,currency", "%d,A,2018,5,SEK", "77,A,2018,6 kr.,sek", Options{Currency: "SEK"}, ""},
		{"id,sector,year,fte,founded", "%d,A,2018,5,1999", "77,A,2018,5,12-03-1999", Options{}, "mended"},
		{"id,sector,year,fte", "%d,A,2018,5", "77,A,2018", Options{}, "3 of the 4 columns"},
		{"id,sector,year,revenue,unit", "%d,A,2018,5,DKK m", "77,A,2018,5,DKK", Options{}, ""},
		{"id,sector,year,revenue\n,,,DKK m", "%d,A,2018,5", "77,A,2018,6", Options{}, ""},
	} {
		for _, at := range []int{7} {
			var b strings.Builder
			fmt.Fprintln(&b, c.header)
			for i := range 12 {
				if i == at {
					fmt.Fprintln(&b, c.row)
				}
				fmt.Fprintf(&b, c.plain+"\n", 1000+i)
			}
			c.opt.Name = "f.csv"
			lanesAgree(t, b.String(), c.opt)
			_, report, err := Read(t.Context(), strings.NewReader(b.String()), c.opt)
			said := fmt.Sprint(err)
			if err == nil {
				said = fmt.Sprint(report.Warnings, report.Totals, report.Notes)
			}
			if !strings.Contains(said, c.want) || c.want == "" && (err != nil || len(report.Warnings)+len(report.Totals)+len(report.Notes) > 0) {
				t.Errorf("%q among others: %s, want %q", c.row, said, c.want)
			}
		}
	}
}

// TestLanesAgreeOnSpoiltText changes a few bytes of files that are in order.
func TestLanesAgreeOnSpoiltText(t *testing.T) {
	dirt := []string{"\"", "'", "=", "+", ".0", ",0", "E+05", "I alt", "Total", " Total", "Total:", "Kilde: x", "*", "1) ", "\u200b", "\u00ad", "\ufeff", "\u00a0", " ", "\n", ",", ",,,,", "NA", "..", "12-03-1999", "kr.", "dkk", "0"}
	headers := [][2]string{
		{"id,note,sector,region,year,fte,revenue,founded,", "%08d,n,Energy,Nord,2018,7.5,100,1999,"},
		{"name,sector,municipality,industry_code,fte", "N %d,Energy,Køge,620100,5"},
		{"id,sector,year,revenue,currency,share", "%d,Energy,2018,7,DKK,0.5"},
	}
	for seed := range uint64(thin(40)) {
		rng := rand.New(rand.NewPCG(seed, 7))
		h := headers[rng.IntN(len(headers))]
		var b strings.Builder
		fmt.Fprintln(&b, h[0])
		for i := range 1 + rng.IntN(12) {
			row := fmt.Sprintf(h[1], 100+i)
			for rng.IntN(4) == 0 {
				cells := strings.Split(row, ",")
				at, d := rng.IntN(len(cells)), dirt[rng.IntN(len(dirt))]
				switch rng.IntN(4) {
				case 0:
					cells[at] = d
				case 1:
					cells[at] += d
				case 2:
					cells[at] = d + cells[at]
				case 3:
					for j := range cells {
						if j != at {
							cells[j] = ""
						}
					}
				}
				row = strings.Join(cells, ",")
			}
			fmt.Fprintln(&b, row)
		}
		opt := Options{Name: "f.csv", Lenient: seed%3 > 0}
		if !strings.Contains(h[0], "year") {
			opt.Year = 2018
		}
		lanesAgree(t, b.String(), opt)
	}
}
