package sectorcsv

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"smartcity/growth/locale"
	"smartcity/sector"
)

func read(t *testing.T, text string, opt Options) ([]sector.Company, *Report, error) {
	t.Helper()
	if opt.Name == "" {
		opt.Name = "f.csv"
	}
	lanesAgree(t, text, opt)
	return Read(t.Context(), strings.NewReader(text), opt)
}

var v = sector.Value

func TestRead(t *testing.T) {
	hidden, missing := sector.Hidden(), sector.Figure{}
	for _, c := range []struct {
		name, text string
		opt        Options
		want       []sector.Company
	}{
		{"English", "company_id,name,sector,industry_code,region,municipality,year,fte,employees,revenue,founded,share\n" +
			"007,\"Fjord, Data\",Energy,010110,Sjælland,Roskilde,2018,7.25,8,\"1,234,567.5\",1999,0.5\n", Options{},
			[]sector.Company{{ID: "007", Name: "Fjord, Data", Sector: "Energy", IndustryCode: "010110", Region: "Sjælland", Municipality: "Roskilde",
				Year: 2018, FTE: v(7.25), Employees: v(8), Revenue: v(1234567.5), Founded: 1999, Share: v(.5)}}},
		{"Danish", "CVR-nummer;Virksomhedsnavn;Branche;Branchekode;Landsdel;Kommune;Regnskabsår;Årsværk;Ansatte;Omsætning;Etableringsår;Andel\r\n" +
			"007;Fjord, Data;Energi;010110;Sjælland;Roskilde;2018;7,25;8;1.234.567,5;1999;0,5\r\n", Options{},
			[]sector.Company{{ID: "007", Name: "Fjord, Data", Sector: "Energi", IndustryCode: "010110", Region: "Sjælland", Municipality: "Roskilde",
				Year: 2018, FTE: v(7.25), Employees: v(8), Revenue: v(1234567.5), Founded: 1999, Share: v(.5)}}},
		{"byte order mark", "\ufeffsector,year,fte\nA,2018,1\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(1)}}},
		{"missing and suppressed", "sector,year,fte,revenue\nA,2018,,..\nA,2018,N/A,(D)\nA,2018,null,x\nA,2018,NaN,S\nA,2018,#N/A,c\nA,2018, NA ,0\n", Options{},
			[]sector.Company{{Sector: "A", Year: 2018, FTE: missing, Revenue: hidden}, {Sector: "A", Year: 2018, FTE: missing, Revenue: hidden}, {Sector: "A", Year: 2018, FTE: missing, Revenue: hidden},
				{Sector: "A", Year: 2018, FTE: missing, Revenue: hidden}, {Sector: "A", Year: 2018, FTE: missing, Revenue: hidden}, {Sector: "A", Year: 2018, FTE: missing, Revenue: v(0)}}},
		{"a sector that is not stated", "sector,year,fte\n,2018,1\n", Options{}, []sector.Company{{Year: 2018, FTE: v(1)}}},
		{"explicit mapping", "Field;When;Jobs (total);fte\nA;2018;7,5;junk\n", Options{Columns: map[string]string{"sector": "Field", "year": "when", "fte": "Jobs (total)"}},
			[]sector.Company{{Sector: "A", Year: 2018, FTE: v(7.5)}}},
		{"mapping settles a doubled field", "id,vat,sector,year,fte\n1,2,A,2018,1\n", Options{Columns: map[string]string{"id": "vat"}}, []sector.Company{{ID: "2", Sector: "A", Year: 2018, FTE: v(1)}}},
		{"year from the option", "sector,fte\nA,1\n", Options{Year: 2019}, []sector.Company{{Sector: "A", Year: 2019, FTE: v(1)}}},
		{"notation from the option", "sector;year;fte\nA;2018;1,234.5\n", Options{Dialect: Dialect{Notation: locale.English.Notation()}}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(1234.5)}}},
		{"separator from the option", "sector;year;fte\nA;2018;1\n", Options{Dialect: Dialect{Comma: ';'}}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(1)}}},
		{"revenue in millions", "sector,year,revenue\nA,2018,36.9\nA,2018,DKK 1.2\nA,2018,5 bn\n", Options{RevenueUnit: 1e6},
			[]sector.Company{{Sector: "A", Year: 2018, Revenue: v(36.9e6)}, {Sector: "A", Year: 2018, Revenue: v(1.2e6)}, {Sector: "A", Year: 2018, Revenue: v(5e9)}}},
		{"revenue in odd units", "sector,year,revenue\nA,2018,2\n", Options{RevenueUnit: 7.5}, []sector.Company{{Sector: "A", Year: 2018, Revenue: v(15)}}},
		{"a loss", "sector,year,revenue\nA,2018,-5\nA,2018,−6\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, Revenue: v(-5)}, {Sector: "A", Year: 2018, Revenue: v(-6)}}},
		{"blank rows", "sector,year,fte\n\nA,2018,1\n,,\n\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(1)}}},
		{"quotes and line breaks", "sector,year,fte,name\nA,2018,1,\"one \"\"two\"\"\nthree\"\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(1), Name: "one \"two\" three"}}},
		{"Danish money", "branche;år;omsætning\nA;2018;1.200 kr.\nA;2018;12 mio. kr.\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, Revenue: v(1200)}, {Sector: "A", Year: 2018, Revenue: v(12e6)}}},
		{"leading zeros are decimal", "sector,year,fte\nA,2018,0123\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(123)}}},
		{"spaces around cells", "sector , year,fte\n A , 2018 , 7 \n", Options{}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(7)}}},
		{"a row with nothing but what is not used", "Kunde,sector,fte\n111,,\n,,\n222,Energy,5\n", Options{Year: 2018}, []sector.Company{{Year: 2018}, {Sector: "Energy", Year: 2018, FTE: v(5)}}},
		{"a decomposed å", "sector,year,fte\nOmra\u030ade,2018,1\n", Options{}, []sector.Company{{Sector: "Område", Year: 2018, FTE: v(1)}}},
		{"magnitudes in capitals", "sektor;år;omsætning\nA;2018;32 MIA\nA;2018;5 Mio. KR.\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, Revenue: v(32e9)}, {Sector: "A", Year: 2018, Revenue: v(5e6)}}},
		{"hundreds move the decimal mark", "sector,year,revenue\nA,2018,4.35\n", Options{RevenueUnit: 100}, []sector.Company{{Sector: "A", Year: 2018, Revenue: v(435)}}},
		{"mapped headers that hold the separator", "Branche, navn;Antal, fuldtid;year\nA;7,5;2018\n", Options{Columns: map[string]string{"sector": "branche,navn", "fte": "antal, fuldtid"}}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(7.5)}}},
		{"thousands proven by another cell", "sector;year;fte\nA;2018;1.234\nA;2018;7,5\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(1234)}, {Sector: "A", Year: 2018, FTE: v(7.5)}}},
		{"thousands under Danish headers", "sektor;year;fte\nA;2018;1.234\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(1234)}}},
		{"thousands by the option", "sector;year;fte\nA;2018;1.234\n", Options{Dialect: Dialect{Notation: locale.Danish.Notation()}}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(1234)}}},
		{"Windows-1252", "sekt\xf8r,\xe5r,fte\nS\xf8,2018,1\n", Options{Columns: map[string]string{"sector": "sektør"}}, []sector.Company{{Sector: "Sø", Year: 2018, FTE: v(1)}}},
		{"Danish numbers between commas", "sector,year,fte\nA,2018,\"17.600,5\"\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(17600.5)}}},
		{"English numbers between semicolons", "sector;year;fte\nA;2018;17,600.5\nA;2018;7.25\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(17600.5)}, {Sector: "A", Year: 2018, FTE: v(7.25)}}},
		{"units in headers", "sector,year,Revenue ($M),FTE (1000)\nA,2018,36.9,4.35\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, Revenue: v(36.9e6), FTE: v(4350)}}},
		{"an explicit unit replaces one in the header", "sector,year,Revenue ($M)\nA,2018,36.9\n", Options{RevenueUnit: 1000}, []sector.Company{{Sector: "A", Year: 2018, Revenue: v(36900)}}},
		{"a Danish unit", "branche;år;Omsætning (1.000 kr.)\nA;2018;36,9\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, Revenue: v(36900)}}},
		{"spaces between thousands", "sector;year;fte;revenue\nA;2018;1\u00a0234,5;12\u2009345\u2009678\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(1234.5), Revenue: v(12345678)}}},
		{"apostrophes between thousands", "sector;year;revenue\nA;2018;1'234'567.5\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, Revenue: v(1234567.5)}}},
		{"negatives in brackets or with a minus behind", "sector,year,revenue\nA,2018,(1.5)\nA,2018,2-\nA,2018,\"(1,234)\"\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, Revenue: v(-1.5)}, {Sector: "A", Year: 2018, Revenue: v(-2)}, {Sector: "A", Year: 2018, Revenue: v(-1234)}}},
		{"per cents", "sector,year,fte,share\nA,2018,1,50%\nA,2018,1,12.5 %\nA,2018,1,0.5\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(1), Share: v(.5)}, {Sector: "A", Year: 2018, FTE: v(1), Share: v(.125)}, {Sector: "A", Year: 2018, FTE: v(1), Share: v(.5)}}},
		{"accounting years and mended codes", "id,sector,industry_code,year,fte\n12.0,A,620100.0,2018/19,1\n13,A,010110,2018.0,1\n", Options{}, []sector.Company{{ID: "12", Sector: "A", IndustryCode: "620100", Year: 2019, FTE: v(1)}, {ID: "13", Sector: "A", IndustryCode: "010110", Year: 2018, FTE: v(1)}}},
		{"white space and spellings", "sector,name,year,fte\n  Smart \t City ,a  b,2018,1\n", Options{}, []sector.Company{{Sector: "Smart City", Name: "a b", Year: 2018, FTE: v(1)}}},
		{"a title, a sep line and totals", "sep=;\nCompanies by sector\n\nsector;year;fte\nA;2018;1,5\nB;2018;2\nI alt;2018;3,5\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(1.5)}, {Sector: "B", Year: 2018, FTE: v(2)}}},
		{"comments", "# made by hand\nsector|year|fte\n# and so on\nA|2018|1\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(1)}}},
		{"tabs", "sector\tyear\tfte\nA\t2018\t1.5\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(1.5)}}},
		{"carriage returns", "sector,year,fte\rA,2018,1\r", Options{}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(1)}}},
		{"wide", "id;sektor;fte_2018;fte 2019;Omsætning 2018 (1.000 kr.);omsætning 2019 (1.000 kr.)\n1;A;1,5;;10;\n2;B;;2;NA;..\n3;C;;;;\n", Options{},
			[]sector.Company{{ID: "1", Sector: "A", Year: 2018, FTE: v(1.5), Revenue: v(10000)}, {ID: "2", Sector: "B", Year: 2018}, {ID: "2", Sector: "B", Year: 2019, FTE: v(2), Revenue: hidden}}},
		{"years for headers", "sector,2018,2019\nA,1,2\n", Options{YearColumns: "employees"}, []sector.Company{{Sector: "A", Year: 2018, Employees: v(1)}, {Sector: "A", Year: 2019, Employees: v(2)}}},
		{"long", "id;sektor;år;variabel;værdi\n1;A;2018;Årsværk;1,5\n2;B;2018;Årsværk;2\n1;A;2018;Omsætning (mio. kr.);3\n2;B;2018;Skat;9\n", Options{},
			[]sector.Company{{ID: "1", Sector: "A", Year: 2018, FTE: v(1.5), Revenue: v(3e6)}, {ID: "2", Sector: "B", Year: 2018, FTE: v(2)}}},
		{"Statistics Denmark", "sector;år;fte;revenue\nA;2018;-;..\nA;2018;...;.\n", Options{Convention: StatisticsDenmark}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(0), Revenue: hidden}, {Sector: "A", Year: 2018}}},
		{"Eurostat", "sector,year,fte,revenue\nA,2018,12 p,:\nA,2018,: c,7 be\n", Options{Convention: Eurostat}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(12)}, {Sector: "A", Year: 2018, FTE: hidden, Revenue: v(7)}}},
		{"the Census Bureau", "sector,year,employees,firms\nA,2018,D,X\nA,2018,(S),7\n", Options{Convention: BDS}, []sector.Company{{Sector: "A", Year: 2018, Employees: hidden}, {Sector: "A", Year: 2018, Employees: hidden, Firms: v(7)}}},
		{"a flag beside a zero", "sector,year,fte,fte_flag\nA,2018,0,D\nA,2018,0,\nA,2018,5,D\n", Options{Flags: map[string]Flag{"fte": {"fte_flag", "D"}}}, []sector.Company{{Sector: "A", Year: 2018, FTE: hidden}, {Sector: "A", Year: 2018, FTE: v(0)}, {Sector: "A", Year: 2018, FTE: v(5)}}},
		{"the first of doubles", "id,sector,year,fte\n1,A,2018,1\n1,A,2018,2\n", Options{Doubles: KeepFirst}, []sector.Company{{ID: "1", Sector: "A", Year: 2018, FTE: v(1)}}},
		{"the last of doubles", "id,sector,year,fte\n1,A,2018,1\n1,A,2018,2\n", Options{Doubles: KeepLast}, []sector.Company{{ID: "1", Sector: "A", Year: 2018, FTE: v(2)}}},
		{"the sum of doubles", "id,sector,year,fte,revenue\n1,A,2018,1,\n1,A,2018,2,..\n", Options{Doubles: AddUp}, []sector.Company{{ID: "1", Sector: "A", Year: 2018, FTE: v(3), Revenue: hidden}}},
		{"no line break at the end", "sector,year,fte\nA,2018,7", Options{}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(7)}}},
	} {
		got, report, err := read(t, c.text, c.opt)
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s:\n got %+v, %v\nwant %+v", c.name, got, err, c.want)
			continue
		}
		if report.Kept != len(c.want) {
			t.Errorf("%s: %d kept, want %d", c.name, report.Kept, len(c.want))
		}
	}
}

// TestRefused has a good file beside each bad one: the same file with the
// fault mended must be read.
func TestRefused(t *testing.T) {
	for _, c := range []struct {
		name, bad, good string
		opt             Options
		want            string
	}{
		// Files and headers.
		{"empty file", "", "sector,year,fte\nA,2018,1\n", Options{}, "f.csv: the file is empty"},
		{"only a mark", "\ufeff \n", "\ufeffsector,year,fte\nA,2018,1\n", Options{}, "f.csv: the file is empty"},
		{"header without rows", "sector,year,fte\n", "sector,year,fte\nA,2018,1\n", Options{}, "f.csv: there are no rows below the header"},
		{"a workbook", "PK\x03\x04\x14\x00", "sector,year,fte\nA,2018,1\n", Options{}, "f.csv: this is not a CSV file but a zip archive or an Excel workbook (save it as CSV first)"},
		{"a picture", "\x89PNG\r\n\x1a\n", "sector,year,fte\nA,2018,1\n", Options{}, "f.csv: this is not a CSV file but a PNG picture"},
		{"binary data", "sector\x00,year,fte\nA,2018,1\n", "sector,year,fte\nA,2018,1\n", Options{}, "f.csv: this is not a CSV file but binary data (byte 0x00 at 6)"},
		{"prose", "Dear all,\nplease find\n", "sector,year,fte\nA,2018,1\n", Options{}, `f.csv: no column for sector: the headers are "Dear all", ""; name one with -column sector=HEADER`},
		{"no sector", "year,fte\n2018,1\n", "sector,year,fte\nA,2018,1\n", Options{}, `f.csv: no column for sector: the headers are "year", "fte"; name one with -column sector=HEADER`},
		{"no year", "sector,fte\nA,1\n", "sector,year,fte\nA,2018,1\n", Options{}, `f.csv: no column for year: the headers are "sector", "fte"; name one with -column year=HEADER; a file of one year needs -year`},
		{"no figure", "sector,year\nA,2018\n", "sector,year,firms\nA,2018,1\n", Options{}, `f.csv: no column for fte, employees, revenue or firms: the headers are "sector", "year"; name one with -column fte=HEADER`},
		{"misspelt header", "sector,year,ftee\nA,2018,1\n", "sector,year,fte\nA,2018,1\n", Options{}, `f.csv: no column for fte, employees, revenue or firms: the headers are "sector", "year", "ftee"; name one with -column fte=HEADER`},
		{"doubled header", "sector,year,fte,fte\nA,2018,1,2\n", "sector,year,fte,x\nA,2018,1,2\n", Options{}, `f.csv: headers "fte" and "fte" both stand for fte; name the one that holds it (-column fte=fte)`},
		{"two headers for a field", "sector,year,fte,Årsværk\nA,2018,1,2\n", "sector,year,fte,x\nA,2018,1,2\n", Options{}, `f.csv: headers "fte" and "Årsværk" both stand for fte; name the one that holds it (-column fte=Årsværk)`},
		{"doubled other header", "sector,year,fte,note,note\nA,2018,1,,\n", "sector,year,fte,note,more\nA,2018,1,,\n", Options{}, `f.csv: header "note" stands there twice, as columns 4 and 5`},
		{"mapping to no header", "sector,year,fte\nA,2018,1\n", "sector,year,Jobs\nA,2018,1\n", Options{Columns: map[string]string{"fte": "Jobs"}}, `f.csv: for fte: there is no header "Jobs"; the headers are "sector", "year", "fte"`},
		{"mapping to a doubled header", "sector,year,x,x\nA,2018,1,2\n", "sector,year,x,y\nA,2018,1,2\n", Options{Columns: map[string]string{"fte": "x"}}, `f.csv: for fte: header "x" stands there twice, as columns 3 and 4`},
		{"two fields to a header", "sector,year,jobs\nA,2018,1\n", "sector,year,jobs,Jobs\nA,2018,1,2\n", Options{Columns: map[string]string{"employees": "Jobs", "fte": "jobs"}}, `f.csv: header "jobs" is given for employees and for fte`},
		{"a year twice", "sector,year,fte\nA,2018,1\n", "sector,fte\nA,1\n", Options{Year: 2018}, `f.csv: the file has a year column, "year", so the year 2018 cannot be given for it`},
		{"establishments of nobody", "p_nr,sector,year,fte\n1,A,2018,1\n", "p_nr,cvr,sector,year,fte\n1,2,A,2018,1\n", Options{}, `f.csv: establishments without a column for id: the firms they belong to cannot be counted`},
		{"thousands or decimals", "sector;year;fte\nA;2018;12\nA;2018;1.234\n", "sector;year;fte\nA;2018;12\nA;2018;1.234.567\n", Options{}, `f.csv:3: column "fte": "1.234": could be a number of thousands or one with three decimals, and no other number tells which; say so (-decimal comma or -decimal point)`},
		// Rows.
		{"a row too short", "sector,year,fte\nA,2018,1\nB,2018\n", "sector,year,fte\nA,2018,1\nB,2018,\n", Options{}, "f.csv:3: the row has 2 of the 3 columns of the header"},
		{"a row too long", "sector,year,fte\nA,2018,1,\n", "sector,year,fte\nA,2018,1\n", Options{}, "f.csv:2: the row has 4 columns, and the header 3"},
		{"an open quote", "sector,year,fte\nA,2018,1\n\"B,2018,1\nC,2018,1\n", "sector,year,fte\nA,2018,1\n\"B\",2018,1\nC,2018,1\n", Options{}, "f.csv:3: a quote that opens in this row is still open, or followed by text, in line 4"},
		{"text after a quote", "sector,year,fte\n\"A\"x,2018,1\n", "sector,year,fte\n\"Ax\",2018,1\n", Options{}, "f.csv:2: a quoted field is not closed, or followed by text, at byte 3 of the line"},
		{"a bare quote", "sector,year,fte\nA\"x,2018,1\n", "sector,year,fte\nAx,2018,1\n", Options{}, "f.csv:2: a quote stands in a field that is not quoted, at byte 2 of the line"},
		{"a doubled company-year", "id,sector,year,fte\n1,A,2018,1\n2,A,2018,1\n1,B,2018,2\n", "id,sector,year,fte\n1,A,2018,1\n2,A,2018,1\n1,B,2017,2\n", Options{}, `f.csv:4: column "id": "1": a second row for the company in 2018, after line 2`},
		{"a company whole and in parts", "id,p_nr,sector,year,fte\n1,,A,2018,8\n1,77,A,2018,8\n", "id,p_nr,sector,year,fte\n1,76,A,2018,8\n1,77,A,2018,8\n", Options{}, `f.csv:3: column "p_nr": "77": a row for the whole company "1" in 2018 and one for an establishment of it (other row in line 2) would count its jobs twice`},
		{"a company in parts and whole", "id,p_nr,sector,year,fte\n1,77,A,2018,8\n1,,A,2018,8\n", "id,p_nr,sector,year,fte\n1,77,A,2018,8\n1,,A,2017,8\n", Options{}, `f.csv:3: column "p_nr": a row for the whole company "1" in 2018 and one for an establishment of it (other row in line 2) would count its jobs twice`},
		{"an establishment of nobody twice", "id,p_nr,sector,year,fte\n,77,A,2018,8\n,77,A,2018,8\n", "id,p_nr,sector,year,fte\n,77,A,2018,8\n,78,A,2018,8\n", Options{}, `f.csv:3: column "id": a second row for establishment "77" of the company in 2018, after line 2`},
		{"a control character", "sector,year,fte\nWa\x01ter,2018,1\n", "sector,year,fte\nWater,2018,1\n", Options{}, `f.csv: this is not a CSV file but binary data (byte 0x01 at 18)`},
		{"a currency that is none", "sector,year,revenue\nA,2018,5 XXQ\n", "sector,year,revenue\nA,2018,5 EUR\n", Options{}, `f.csv:2: column "revenue": "5 XXQ": want a number: ' ' does not belong in it`},
		{"a currency named once, later", "sector,year,revenue\nA,2018,5\nA,2018,EUR 5\nA,2018,DKK 5\n", "sector,year,revenue\nA,2018,5\nA,2018,EUR 5\nA,2018,EUR 5\n", Options{}, `f.csv:4: column "revenue": "DKK 5": a second currency, DKK, after EUR in line 3`},
		{"a doubled establishment", "id,p_nr,sector,year,fte\n1,7,A,2018,1\n1,7,A,2018,1\n", "id,p_nr,sector,year,fte\n1,7,A,2018,1\n1,8,A,2018,1\n", Options{}, `f.csv:3: column "id": "1": a second row for establishment "7" of the company in 2018, after line 2`},
		// Values: the traps of gocsv among them.
		{"negative FTE", "sector,year,fte\nA,2018,-1\n", "sector,year,fte\nA,2018,1\n", Options{}, `f.csv:2: column "fte": "-1": want a number of zero or more`},
		{"an exponent", "sector,year,fte\nA,2018,1e400\n", "sector,year,fte\nA,2018,1400\n", Options{}, `f.csv:2: column "fte": "1e400": want a number: 'e' does not belong in it`},
		{"hexadecimal", "sector,year,fte\nA,2018,0x1F\n", "sector,year,fte\nA,2018,31\n", Options{}, `f.csv:2: column "fte": "0x1F": want a number: 'x' does not belong in it`},
		{"infinity", "sector,year,fte\nA,2018,Inf\n", "sector,year,fte\nA,2018,1\n", Options{}, `f.csv:2: column "fte": "Inf": want a number: 'I' does not belong in it`},
		{"an underscore", "sector,year,fte\nA,2018,1_000\n", "sector,year,fte\nA,2018,1000\n", Options{}, `f.csv:2: column "fte": "1_000": want a number: '_' does not belong in it`},
		{"a dash", "sector,year,fte\nA,2018,-\n", "sector,year,fte\nA,2018,0\n", Options{}, `f.csv:2: column "fte": "-": means zero, missing or suppressed depending on who wrote it; replace it by 0, by nothing or by "..", or name the convention`},
		{"a dot", "sector,year,revenue\nA,2018,.\n", "sector,year,revenue\nA,2018,..\n", Options{}, `f.csv:2: column "revenue": ".": means zero, missing or suppressed depending on who wrote it; replace it by 0, by nothing or by "..", or name the convention`},
		{"year 20188", "sector,year,fte\nA,20188,1\n", "sector,year,fte\nA,2018,1\n", Options{}, `f.csv:2: column "year": "20188": want a year of four digits`},
		{"a quarter", "sector,year,fte\nA,2008K1,1\n", "sector,year,fte\nA,2008,1\n", Options{}, `f.csv:2: column "year": "2008K1": want a year of four digits, not a quarter or a month`},
		{"an early year", "sector,year,fte\nA,1018,1\n", "sector,year,fte\nA,2018,1\n", Options{}, `f.csv:2: column "year": "1018": want a year from 1800 to 2200`},
		{"no year in a row", "sector,year,fte\nA,,1\n", "sector,year,fte\nA,2018,1\n", Options{}, `f.csv:2: column "year": want a year of four digits`},
		{"half a firm", "sector,year,firms\nA,2018,1.5\n", "sector,year,firms\nA,2018,2\n", Options{}, `f.csv:2: column "firms": "1.5": want a whole number of zero or more`},
		{"a share of 50", "sector,year,fte,share\nA,2018,1,50\n", "sector,year,fte,share\nA,2018,1,0.5\n", Options{}, `f.csv:2: column "share": "50": want a share from 0 to 1`},
		{"founded in no year", "sector,year,fte,founded\nA,2018,1,99\n", "sector,year,fte,founded\nA,2018,1,1999\n", Options{}, `f.csv:2: column "founded": "99": want a year of four digits`},
		{"two currencies", "sector,year,revenue\nA,2018,DKK 5\nA,2018,6\nA,2018,EUR 7\n", "sector,year,revenue\nA,2018,DKK 5\nA,2018,6\nA,2018,DKK 7\n", Options{}, `f.csv:4: column "revenue": "EUR 7": a second currency, EUR, after DKK in line 2`},
		{"a second currency after several", "sector,year,revenue\nA,2018,DKK 5\nA,2018,DKK 6\nA,2018,EUR 7\n", "sector,year,revenue\nA,2018,DKK 5\nA,2018,DKK 6\nA,2018,DKK 7\n", Options{}, `f.csv:4: column "revenue": "EUR 7": a second currency, EUR, after DKK in line 2`},
		{"two currencies in a column", "sector,year,revenue,currency\nA,2018,5,DKK\nA,2018,7,SEK\n", "sector,year,revenue,currency\nA,2018,5,SEK\nA,2018,7,SEK\n", Options{}, `f.csv:3: column "currency": "SEK": a second currency, SEK, after DKK in line 2`},
		{"not the currency asked for", "sector,year,revenue\nA,2018,EUR 7\n", "sector,year,revenue\nA,2018,DKK 7\n", Options{Currency: "DKK"}, `f.csv:2: column "revenue": "EUR 7": the currency is EUR, but DKK was asked for`},
		{"no currency", "sector,year,revenue,valuta\nA,2018,7,crowns\n", "sector,year,revenue,valuta\nA,2018,7,kr.\n", Options{}, `f.csv:2: column "valuta": "crowns": want a currency code of ISO 4217`},
		{"after a quoted line break", "sector,year,name,fte\nA,2018,\"a\nb\",1\nA,2018,\"c\nd\",x1\n", "sector,year,name,fte\nA,2018,\"a\nb\",1\nA,2018,\"c\nd\",1\n", Options{}, `f.csv:5: column "fte": "x1": want a number: 'x' does not belong in it`},
	} {
		companies, _, err := read(t, c.bad, c.opt)
		if err == nil || err.Error() != c.want {
			t.Errorf("%s:\n got %v\nwant %s", c.name, err, c.want)
		}
		if companies != nil {
			t.Errorf("%s: companies came with the error", c.name)
		}
		if _, ok := errors.AsType[*Error](err); !ok {
			t.Errorf("%s: %T is not an *Error", c.name, err)
		}
		if companies, _, err := read(t, c.good, c.opt); err != nil || len(companies) == 0 {
			t.Errorf("%s: the file mended: %v", c.name, err)
		}
	}
}

func TestUnitInHeader(t *testing.T) {
	for header, want := range map[string]heading{
		"Revenue (EUR m)":          {"revenue", false, 0, 1e6, "EUR", "", true},
		"Revenue EUR m":            {"revenue", false, 0, 1e6, "EUR", "", true},
		"Revenue [m]":              {"revenue", false, 0, 1e6, "", "a single letter", true},
		"Omsætning, mio. kr.":      {"revenue", true, 0, 1e6, "kr", "", false},
		"omsætning (1.000 kr.)":    {"revenue", true, 0, 1e3, "kr", "", false},
		"omsætning i t.kr. 2018":   {"", false, 2018, 1e3, "kr", "", true},
		"Omsætning 2018 (t.kr.)":   {"revenue", true, 2018, 1e3, "kr", "", true},
		"Revenue ($M)":             {"revenue", false, 0, 1e6, "USD", "", true},
		"revenue (SEK, mio. kr)":   {"revenue", false, 0, 1e6, "SEK", "", false},
		"revenue (kr, NOK)":        {"revenue", false, 0, 1, "NOK", "", false},
		"revenue (SEK/USD)":        {"revenue", false, 0, 1, "SEK", "USD", false},
		"revenue_2018_dkk":         {"revenue", false, 2018, 1, "DKK", "", false},
		"Revenue (mil. DKK)":       {"revenue", false, 0, 1, "DKK", "mil.", false},
		"Revenue ($MM)":            {"revenue", false, 0, 1, "USD", "MM", false},
		"Sales (DKK thou)":         {"", false, 0, 1, "DKK", "thou", false},
		"Sales (net), DKK":         {"", false, 0, 1, "DKK", "", false},
		"Revenue (TEUR)":           {"revenue", false, 0, 1e3, "EUR", "", false},
		"Revenue MSEK":             {"revenue", false, 0, 1e6, "SEK", "", false},
		"Revenue, tkr":             {"revenue", false, 0, 1e3, "kr", "", false},
		"Revenue DKKm":             {"revenue", false, 0, 1e6, "DKK", "", false},
		"Revenue (DKK '000)":       {"revenue", false, 0, 1e3, "DKK", "", false},
		"Omsætning (Tsd. euro)":    {"revenue", true, 0, 1e3, "EUR", "", false},
		"Omsætning (mdkr)":         {"revenue", true, 0, 1e9, "kr", "", false},
		"Umsatz in T€":             {"", false, 0, 1e3, "EUR", "", true},
		"Revenue all":              {"", false, 0, 1, "", "", false},
		"fte_2018":                 {"fte", false, 2018, 1, "", "", false},
		"fte 2018 2019":            {"fte", false, 2019, 1, "", "2019", false},
		"2018 FTE":                 {"fte", false, 2018, 1, "", "", false},
		"share (%)":                {"share", false, 0, .01, "", "", false},
		"Revenue %":                {"revenue", false, 0, .01, "", "%", false},
		"Employees (m)":            {"employees", false, 0, 1e6, "", "a single letter", true},
		"Ansatte (k)":              {"employees", true, 0, 1e3, "", "a single letter", true},
		"Revenue (thousands 1000)": {"revenue", false, 0, 1e3, "", "1000", false},
		"Revenue (billions)":       {"revenue", false, 0, 1, "", "billions", false},
		"Revenue (100 kr.)":        {"revenue", false, 0, 1, "kr", "100", false},
		"Jobs (total)":             {"", false, 0, 1, "", "", false},
		"db07":                     {"industry_code", true, 0, 1, "", "", false},
		"antal ansatte":            {"employees", true, 0, 1, "", "", false},
	} {
		if got := parseHeader(header); got != want {
			t.Errorf("%q is %+v, want %+v", header, got, want)
		}
	}
	for _, c := range []struct {
		text string
		opt  Options
		want string
	}{
		{"sector,year,Revenue (EUR)\nA,2018,3\n", Options{Currency: "DKK"}, "names the currency EUR"},
		{"sector,year,Revenue (100 kr.)\nA,2018,3\n", Options{}, `"100"`},
		{"sector,year,FTE (EUR)\nA,2018,3\n", Options{}, "is no money"},
		{"sector,year,Revenue (EUR),fte\nA,2018,DKK 3,1\n", Options{}, "a second currency, DKK, after EUR in line 1"},
		{"sector,year,fte_2018\nA,2018,3\n", Options{}, "the year of a row is given as well"},
		{"sector,fte_2018,revenue\nA,3,1\n", Options{}, "names no year"},
		{"sector,fte_2018,fte 2018\nA,3,1\n", Options{}, "both stand for fte"},
	} {
		if _, _, err := read(t, c.text, c.opt); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.text, err, c.want)
		}
	}
	if got, _, err := read(t, "sector,year,Jobs in 2018\nA,2018,3\n", Options{Columns: map[string]string{"fte": "Jobs in 2018"}}); err != nil || got[0].FTE != v(3) {
		t.Errorf("a year in the name of a mapped column: %v, %v", got, err)
	}
}

func TestLenient(t *testing.T) {
	text := "id,sector,year,fte\n1,A,2018,1\n2,A,2018,x1\n3,A,2018\n1,A,2018,5\n4,A\"b,2018,1\n5,A,20188,1\n6,A,2018,..\n"
	companies, report, err := read(t, text, Options{Lenient: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(companies) != 2 || companies[0].ID != "1" || companies[1].ID != "6" || companies[0].FTE != v(1) {
		t.Errorf("kept %+v", companies)
	}
	if report.Rows != 7 || report.Kept != 2 || len(report.Rejected) != 5 {
		t.Errorf("%d rows, %d kept, %d rejected", report.Rows, report.Kept, len(report.Rejected))
	}
	var lines []int
	for _, e := range report.Rejected {
		lines = append(lines, e.Line)
	}
	if !reflect.DeepEqual(lines, []int{3, 4, 5, 6, 7}) {
		t.Errorf("rejected lines %v", lines)
	}
	for _, fatal := range []string{
		"sector,year,fte\nA,2018,1\n\"B,2018,1\nC,2018,1\n",
		"sector;year;fte\nA;2018;1.234\n",
		"sector,year,revenue\nA,2018,DKK 5\nA,2018,EUR 7\n",
		"sector,year,fte\n\"A,2018,1\nB,2018,1\n",
		"sector,fte\nA,1\n", "", "sector,year,fte\n",
	} {
		if companies, _, err := read(t, fatal, Options{Lenient: true}); err == nil {
			t.Errorf("%q was read leniently as %+v", fatal, companies)
		}
	}
	if companies, report, err := read(t, "id,sector,year,revenue\n1,A,2018,5\n1,A,2018,EUR 5\n2,A,2018,DKK 5\n", Options{Lenient: true}); err != nil || len(companies) != 2 || report.Currency != "DKK" {
		t.Errorf("a row left out named the currency: %v", err)
	}
	_, report, err = read(t, "sector,year,fte\nA,2018,x1\nA,2018,x2\n", Options{Lenient: true})
	if err == nil || !strings.Contains(err.Error(), "none of the 2 rows") || !strings.Contains(err.Error(), "f.csv:2") || len(report.Rejected) != 2 {
		t.Errorf("nothing left: %v", err)
	}
}

func TestReport(t *testing.T) {
	text := "CVR;note;sektor;år;årsværk;omsætning;andel;\n1;;A;2018;7,5;..;0,5;\n2;;A;2018;;1 mio. EUR;1;\n"
	_, got, err := read(t, text, Options{})
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(text))
	want := &Report{
		File: "f.csv", SHA256: hex.EncodeToString(sum[:]), Size: int64(len(text)), Dialect: Dialect{UTF8, ';', locale.Danish.Notation(), 1, NoComment}, Currency: "EUR",
		Columns: []Column{{"id", "CVR", 0, 1, 0, 0}, {"sector", "sektor", 0, 1, 0, 0}, {"year", "år", 0, 1, 0, 0}, {"fte", "årsværk", 0, 1, 1, 0}, {"revenue", "omsætning", 0, 1, 0, 1}, {"share", "andel", 0, 1, 0, 0}},
		Ignored: []string{"note", "column 8"}, Rows: 2, Kept: 2, Lane: FastLane,
		Warnings: []error{&ShareNotApplied{"andel", 1}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("report:\n got %+v\nwant %+v", got, want)
	}
	for _, c := range []struct {
		text string
		want sector.Counting
	}{
		{"sector,year,fte\nA,2018,1\n", sector.CountRows},
		{"sector,year,firms\nA,2018,1\n", sector.CountColumn},
		{"id,p_nr,sector,year,firms\n1,1,A,2018,40\n", sector.CountIDs},
	} {
		if _, r, err := read(t, c.text, Options{}); err != nil || r.Firms != c.want {
			t.Errorf("%q: firms are counted as %v, %v", c.text, r.Firms, err)
		}
	}
	companies, r, err := read(t, "id,p_nr,sector,year,firms,revenue\n1,1,A,2018,40,EUR 5\n,,A,2018,40,\n", Options{})
	if err != nil || companies[0].Firms != (sector.Figure{}) || !slices.Equal(r.Ignored, []string{"firms"}) || r.Unchecked != 1 {
		t.Errorf("firms beside establishments: %+v, %+v, %v", companies, r, err)
	}
	if opt := r.Options(sector.ByYear()); opt.Firms != sector.CountIDs || opt.Currency != "EUR" || len(opt.By) != 1 {
		t.Errorf("options of a table: %+v", opt)
	}
}

func TestInterrupted(t *testing.T) {
	text := "sector,year,fte\n" + strings.Repeat("A,2018,1\n", 20000)
	broken := errors.New("the cable was pulled")
	r := io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken))
	companies, report, err := Read(t.Context(), r, Options{Name: "f.csv", Lenient: true})
	if !errors.Is(err, broken) || companies != nil || !strings.Contains(err.Error(), "after line 20001") || report.Rows != 20000 {
		t.Errorf("%d companies, %v", len(companies), err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if companies, _, err := Read(ctx, strings.NewReader(text), Options{}); !errors.Is(err, context.Canceled) || companies != nil {
		t.Errorf("after cancelling: %d companies, %v", len(companies), err)
	}
}

func TestReadFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "virksomheder.csv")
	if err := os.WriteFile(path, []byte("sector,year,fte\nA,2018,x\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ path, want string }{
		{dir, "is a folder"}, {filepath.Join(dir, "no.csv"), "no such file"},
	} {
		if _, _, err := ReadFile(t.Context(), c.path, Options{}); err == nil || !strings.Contains(err.Error(), c.want) || strings.Count(err.Error(), c.path) != 1 {
			t.Errorf("%s: %v", c.path, err)
		}
	}
	if companies, report, err := ReadFile(t.Context(), path, Options{}); err != nil || report.File != "virksomheder.csv" || companies[0].FTE != sector.Hidden() {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestOptions(t *testing.T) {
	for _, opt := range []Options{
		{Columns: map[string]string{"jobs": "x"}}, {Columns: map[string]string{"fte": ""}}, {Dialect: Dialect{Comma: 'x'}}, {RevenueUnit: -1}, {Currency: "kr."}, {Currency: "MIO"}, {Year: 20188}, {Dialect: Dialect{Notation: locale.Notation{Group: '.'}}}, {Dialect: Dialect{Notation: locale.Notation{Decimal: ',', Group: ','}}},
	} {
		if _, _, err := read(t, "sector,year,fte\nA,2018,1\n", opt); err == nil {
			t.Errorf("%+v was taken", opt)
		}
	}
}

// TestEveryHeader reads each header of DOMAIN.md in several spellings.
func TestEveryHeader(t *testing.T) {
	seen := map[string]string{}
	for _, f := range fields() {
		for _, h := range slices.Concat(f.english, f.danish) {
			upper := strings.ToUpper(h)
			for _, spelling := range []string{
				h, upper, strings.ReplaceAll(h, "_", " "), strings.ReplaceAll(upper, "_", "-"), strings.ReplaceAll(h, "_", ""), " " + h + " ",
				strings.NewReplacer("å", "a\u030a").Replace(h), strings.NewReplacer("å", "aa", "æ", "ae", "ø", "oe").Replace(h), strings.NewReplacer("å", "a", "ø", "o").Replace(h),
			} {
				if got := recognise(spelling); got != f.name {
					t.Errorf("%q is taken for %q, want %q", spelling, got, f.name)
				}
			}
			if other, ok := seen[accentless(h)]; ok && other != f.name {
				t.Errorf("%q stands for %s and %s", h, other, f.name)
			}
			seen[accentless(h)] = f.name
		}
	}
	if got := recognise("reve nue!"); got != "" {
		t.Errorf("an unknown header is taken for %q", got)
	}
}

func TestSharedData(t *testing.T) {
	const folder = "../../../shared/data/real/"
	if _, err := os.Stat(folder); err != nil {
		t.Skip("the shared folder of real files is not here: ", err)
	}
	companies, report, err := ReadFile(t.Context(), folder+"kaernten_arbeitsstaetten.csv", Options{Columns: map[string]string{"year": "JAHR", "sector": "TYPE", "firms": "ANZAHL"}})
	if err != nil {
		t.Fatal(err)
	}
	table, err := sector.Aggregate(companies, sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}, Firms: report.Firms})
	if err != nil {
		t.Fatal(err)
	}
	if r, ok := table.Row("Kleinstunternehmen", "2011"); !ok || r.Firms.Sum != v(28937) {
		t.Errorf("%+v", r)
	}
	if total, ok := table.Total(2011); !ok || total.Firms.Sum != v(48+28937+2547+475) {
		t.Errorf("%+v", total)
	}
	if _, _, err := ReadFile(t.Context(), folder+"statbank_folk1a.csv", Options{Columns: map[string]string{"year": "TID", "sector": "OMRÅDE", "fte": "INDHOLD"}}); err == nil || !strings.Contains(err.Error(), `:2: column "TID": "2008K1"`) {
		t.Errorf("quarters: %v", err)
	}
}

// TestWriteTableHidden writes a row of which all is hidden, as package disclosure
// leaves it: no count of its companies is zero.
func TestWriteTableHidden(t *testing.T) {
	hidden := sector.Cell{Sum: sector.Hidden()}
	var out strings.Builder
	err := WriteTable(&out, &sector.Table{By: []sector.Dimension{sector.BySector()}, Rows: []sector.Row{{Key: []string{"A"}, Firms: hidden, Jobs: hidden, Revenue: hidden}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Split(out.String(), "\n")[1]; got != "A,,,,,,," {
		t.Errorf("%q, want blanks", got)
	}
}

// TestWriteTableReadBack: a table written is read back as the same table.
func TestWriteTableReadBack(t *testing.T) {
	var companies []sector.Company
	for i := range 500 {
		c := sector.Company{Sector: fmt.Sprintf("S;\"%d, ø", i%7), Region: []string{"Øst", "Vest", ""}[i%3], Year: 2014 + i%5, FTE: v(float64(i) / 3), Revenue: v(float64(i*i) * 1.1)}
		if i%11 == 0 {
			c.FTE = sector.Figure{}
		}
		if i%5 == 3 {
			c.Revenue = sector.Hidden()
		}
		companies = append(companies, c)
	}
	by := []sector.Dimension{sector.BySector(), sector.ByRegion(), sector.ByYear()}
	table, err := sector.Aggregate(companies, sector.Options{By: by})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := WriteTable(&out, table); err != nil {
		t.Fatal(err)
	}
	back, report, err := read(t, out.String(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"fte_missing", "revenue_missing", "fte_suppressed", "revenue_suppressed"}; !reflect.DeepEqual(report.Ignored, want) {
		t.Errorf("ignored %q", report.Ignored)
	}
	again, err := sector.Aggregate(back, sector.Options{By: by, Firms: report.Firms})
	if err != nil {
		t.Fatal(err)
	}
	for i := range table.Rows {
		a, b := table.Rows[i], again.Rows[i]
		if !reflect.DeepEqual(a.Key, b.Key) || a.Firms.Sum != b.Firms.Sum || a.Jobs.Sum != b.Jobs.Sum || a.Revenue.Sum != b.Revenue.Sum {
			t.Errorf("row %d: %+v, read back %+v", i, a, b)
		}
	}
	if err := WriteTable(failing{}, table); err == nil {
		t.Error("a writer that fails was not noticed")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func FuzzRead(f *testing.F) {
	f.Add("sector,year,fte\nA,2018,1\n", false)
	f.Add("sektor;år;årsværk;omsætning\n\"A;b\";2018;1.234,5;12 mio. kr.\n", true)
	f.Add("\ufeffid,sector,year,firms\n1,A,2018,x\n\"", true)
	f.Fuzz(func(t *testing.T, text string, lenient bool) {
		companies, report, err := Read(context.Background(), strings.NewReader(text), Options{Lenient: lenient})
		if err != nil {
			if companies != nil {
				t.Fatal("companies came with an error")
			}
			return
		}
		several := slices.ContainsFunc(report.Columns, func(c Column) bool { return c.Year != 0 || c.Field == value }) // a row is not one company
		if report.Kept != len(companies) || !several && report.Rows != report.Kept+len(report.Rejected)+len(report.Totals)+len(report.Notes) || !lenient && len(report.Rejected) > 0 {
			t.Fatalf("%d companies, report %+v", len(companies), report)
		}
		table, err := sector.Aggregate(companies, sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}, Firms: report.Firms, Currency: report.Currency})
		if err != nil {
			t.Fatalf("what was read cannot be added up: %v", err)
		}
		var out bytes.Buffer
		if err := WriteTable(&out, table); err != nil {
			t.Fatal(err)
		}
	})
}
