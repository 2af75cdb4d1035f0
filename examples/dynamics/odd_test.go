package main

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// TestOddFiles: whatever a company file holds, the chapter is made or one line
// says why not.
func TestOddFiles(t *testing.T) {
	const head = "company_id,sector,year,fte,revenue,founded\n"
	for name, c := range map[string]struct {
		text string
		says string // in Danish, on the page
	}{
		"nothing known":       {head + "A,X,2014,..,..,\nA,X,2015,,,\nB,X,2015,..,,\n", "Filen har ingen virksomhed, hvis job og omsætning begge kendes"},
		"no jobs":             {head + "A,X,2014,0,5,\nA,X,2015,0,5,\n", "for få år"},
		"revenue, no jobs":    {head + "A,X,2014,0,5,\nA,X,2015,0,6,\nB,Y,2014,2,5,\nB,Y,2015,3,6,\n", "Udeladt af vækstregnskabet og dets total: X, hvor ingen"},
		"jobs that come":      {head + "A,X,2014,0,5,\nA,X,2015,3,6,\nB,Y,2014,2,5,\nB,Y,2015,3,9,\n", "+1 kommer af brancher, der kommer til eller falder bort"},
		"a gap of all":        {head + "A,X,2014,1,5,\nA,X,2018,2,5,\n", "Der er 4 år mellem 2014 og 2018"},
		"a gap of one":        {head + "A,X,2014,1,5,\nA,X,2016,2,5,\nB,X,2014,1,1,\nB,X,2015,1,1,\nB,X,2016,1,1,\n", "2014–2015 2,0 0,0 0,0 1,0 0,0 0,0 1,0"},
		"no sector":           {head + "A,,2014,1,5,\nA,,2015,2,5,\n", "Uoplyst"},
		"a sector that comes": {head + "A,X,2014,1,5,\nA,X,2015,2,5,\nB,Y,2015,4,8,\n", "er faktoren »virksomheder« nul i 2014"},
		"newcomers, no exits": {head + "A,X,2014,1,5,\nA,X,2015,2,5,\nB,X,2015,4,8,\n", "Ingen er ophørt, som de nye kan måles mod"},
		"nobody stays":        {head + "A,X,2014,1,5,\nB,X,2015,4,8,\n", "Ingen virksomhed er der i begge år"},
		"negative revenue":    {head + "A,X,2014,1,-5,\nA,X,2015,2,5,\n", "Et tal, som væksten regnes fra, er nul eller negativt"},
		"no known first year": {head + "A,X,2014,1,..,\nA,X,2015,2,5,\nA,X,2016,2,5,\n", "År uden en virksomhed, hvis tal kendes: 2014"},
		"a late revenue":      {head + "A,X,2014,1,5,\nA,X,2015,2,..,\n", "I et af årene har ingen virksomhed både kendt jobtal og kendt omsætning"},
		"rows without ID":     {head + ",X,2014,1,5,\nA,X,2014,1,5,\nA,X,2015,2,5,\n", "1 række uden virksomhedsnummer"},
		"a hostile name":      {head + "A,<b>*X*|,2014,1,5,\nA,<b>*X*|,2015,2,5,\nB,Y,2014,1,1,\nB,Y,2015,1,1,\n", "<b>*X*|"},
		"other founding year": {head + "A,X,2014,1,5,1999\nA,X,2015,2,5,2001\n", "forskellige stiftelsesår"},
		"long established":    {head + "A,X,2014,1,5,1999\nA,X,2015,2,5,1999\nB,X,2015,2,5,1999\n", "Nye virksomheder, der oplyser et tidligere stiftelsesår: 1"},
		"euros":               {"company_id,sector,year,fte,revenue (EUR)\nA,X,2014,1,5\nA,X,2015,2,8\n", "EUR pr. årsværk"},
		"workplaces":          {"company_id,establishment,sector,year,fte\nA,1,X,2014,1\nA,2,X,2014,3\nA,1,X,2015,2\n", "deres tal er lagt sammen"},
	} {
		page := told(t, "-lang", "da", "-data", file(t, c.text))
		if !strings.Contains(page, c.says) {
			t.Errorf("%s: the chapter lacks %q:\n%s", name, c.says, page)
		}
		if bad := regexp.MustCompile(`%!|NaN|Inf|∞|\.\. | ,|\(\)`).FindString(page); bad != "" {
			t.Errorf("%s: %q on the page:\n%s", name, bad, page)
		}
	}
}

// TestRandomFiles: small files at random.
func TestRandomFiles(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	figures := []string{"", "..", "0", "0.25", "5", "12", "30", "1000"}
	for range 30 {
		var text strings.Builder
		text.WriteString("company_id,sector,year,fte,revenue,founded\n")
		years := 2 + r.IntN(5)
		for id := range 1 + r.IntN(9) {
			for y := range years {
				if r.IntN(4) > 0 {
					fmt.Fprintf(&text, "C%d,%s,%d,%s,%s,%s\n", id, []string{"X", "Y", ""}[r.IntN(3)], 2014+y, figures[r.IntN(len(figures))], figures[r.IntN(len(figures))], []string{"", "2014", "2000"}[r.IntN(3)])
				}
			}
		}
		status, stdout, stderr := try(t, "-data", file(t, text.String()), "-lang", []string{"en", "da"}[r.IntN(2)])
		if status != 0 && (!strings.Contains(stderr, "too few years") && !strings.Contains(stderr, "no rows below") || stdout != "") {
			t.Fatalf("exit status %d: %s\n%s", status, stderr, text.String())
		}
		if bad := regexp.MustCompile(`%!|NaN|Inf|∞`).FindString(stdout); bad != "" {
			t.Fatalf("%q on the page of\n%s\n%s", bad, text.String(), stdout)
		}
	}
}

// TestDanish: no English word is left on a Danish page, but in quotations, names
// of variants in code, titles, and what the data say.
func TestDanish(t *testing.T) {
	page := told(t, "-data", testdata, "-lang", "da")
	for _, name := range []string{
		"Governance and data", "Health and care", "Security and emergency", "Telecommunications and networks", "Waste and recycling", "Water and climate adaptation",
		"Governance and", "Telecommunications and", "Water and climate", "Health and", "Security and", "Waste and", "Manual on Business Demography Statistics", "companies.csv",
	} {
		page = strings.ReplaceAll(page, name, "")
	}
	page = regexp.MustCompile(`»[^«]*«`).ReplaceAllString(page, "")
	english := regexp.MustCompile(`(?i)\b(the|of|and|or|is|are|in the|companies|company|employees|jobs|years?|from|growth|not|known|stated|suppressed|total|before|after|births?|deaths?|share|revenue|per|turnover|within|between|entry|exit|mean|rate|sector|method|warning|note|chart|all)\b`)
	for _, at := range english.FindAllStringIndex(page, -1) {
		context := page[max(0, at[0]-30):min(len(page), at[1]+30)]
		if !strings.Contains(context, "reallocation rate") { // what the BDS calls it
			t.Errorf("an English word in %q", context)
		}
	}
}
