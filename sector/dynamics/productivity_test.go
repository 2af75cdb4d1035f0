package dynamics

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func compare(t testing.TB, firms []Firm) *ProductivityChange {
	t.Helper()
	c, err := CompareProductivity(firms)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func decompose(t testing.TB, c *ProductivityChange, m DecompositionMethod) *Decomposition {
	t.Helper()
	d, err := c.Decompose(m)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// near allows for a few roundings of numbers about as large as one.
func near(t testing.TB, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-14*max(1, math.Abs(want))) {
		t.Errorf("%s is %.17g, want %.17g", what, got, want)
	}
}

func equal(t testing.TB, what string, got, want float64) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %.17g, want exactly %.17g", what, got, want)
	}
}

// addsUp checks |Σparts − whole| ≤ 1e-12·Σ|parts|.
func addsUp(t testing.TB, what string, parts []float64, whole float64) {
	t.Helper()
	sum, size := 0., 0.
	for _, x := range parts {
		sum, size = sum+x, size+math.Abs(x)
	}
	if !(math.Abs(sum-whole) <= 1e-12*size) {
		t.Errorf("%s: parts %v add up to %v, not %v", what, parts, sum, whole)
	}
}

func partsOf(p ProductivityParts) []float64 {
	return []float64{p.Within, p.Between, p.Cross, p.Entry, p.Exit}
}

// randomFirms has a continuer with weight at least, and unless all stay, an
// entrant and an exiter.
func randomFirms(rng *rand.Rand, n int, stay bool) []Firm {
	var firms []Firm
	firm := func(there0, there1 bool) {
		f := Firm{nan, nan, nan, nan, false, false, ""}
		if there0 {
			f.Weight0, f.Productivity0 = math.Exp(rng.NormFloat64()), rng.NormFloat64()
		}
		if there1 {
			f.Weight1, f.Productivity1 = math.Exp(rng.NormFloat64()), rng.NormFloat64()
		}
		firms = append(firms, f)
	}
	firm(true, true)
	if !stay {
		firm(true, false)
		firm(false, true)
	}
	for len(firms) < n {
		kind := rng.IntN(4)
		firm(stay || kind != 0, stay || kind != 1)
	}
	return firms
}

func swapped(firms []Firm) []Firm {
	out := slices.Clone(firms)
	for i := range out {
		f := &out[i]
		f.Weight0, f.Weight1 = f.Weight1, f.Weight0
		f.Productivity0, f.Productivity1 = f.Productivity1, f.Productivity0
	}
	return out
}

func continuersAt(t testing.TB, firms []Firm) (before, after *OlleyPakesResult) {
	t.Helper()
	var w, p [2][]float64
	for _, f := range firms {
		if !math.IsNaN(f.Weight0) && !math.IsNaN(f.Weight1) {
			w[0], p[0] = append(w[0], f.Weight0), append(p[0], f.Productivity0)
			w[1], p[1] = append(w[1], f.Weight1), append(p[1], f.Productivity1)
		}
	}
	before, err0 := OlleyPakes(w[0], p[0])
	after, err1 := OlleyPakes(w[1], p[1])
	if err := errors.Join(err0, err1); err != nil {
		t.Fatal(err)
	}
	return before, after
}

// TestNotKnown: a firm known to be there with a figure that is not is neither
// entrant nor exiter, and the rest is as if it were not in the slice.
func TestNotKnown(t *testing.T) {
	firms := append(dfvadFirms(),
		Firm{Weight0: .5, Productivity0: 9, Weight1: .31, Productivity1: nan},                   // continuer
		Firm{Weight0: nan, Productivity0: 9, Weight1: .19, Productivity1: 9},                    // continuer
		Firm{Weight0: .5, Productivity0: 9, Weight1: nan, Productivity1: nan, Active1: true},    // continuer
		Firm{Weight0: nan, Productivity0: nan, Weight1: nan, Productivity1: 9},                  // entrant
		Firm{Weight0: nan, Productivity0: nan, Weight1: nan, Productivity1: nan, Active0: true}, // exiter
		Firm{Weight0: nan, Productivity0: nan, Weight1: nan, Productivity1: nan},                // never there
	)
	c, plain := compare(t, firms), compare(t, dfvadFirms())
	for _, m := range DecompositionMethods() {
		if a, b := decompose(t, c, m), decompose(t, plain, m); a.ProductivityParts != b.ProductivityParts || a.Change != b.Change {
			t.Errorf("%s: %+v, want %+v", m, a, b)
		}
	}
	if c.NotKnown != 5 || len(c.Warnings) != 1 {
		t.Fatalf("%d not known, warnings %v", c.NotKnown, c.Warnings)
	}
	w, ok := errors.AsType[*FirmsNotCompared](c.Warnings[0])
	if !ok || w.Continuers != 3 || w.Entrants != 1 || w.Exiters != 1 {
		t.Fatalf("%+v", c.Warnings[0])
	}
	near(t, "weight left out of the first year", w.Weight0, .5)
	near(t, "weight left out of the second year", w.Weight1, 1./3)
}

func TestZeroWeight(t *testing.T) {
	firms := append(dfvadFirms(), Firm{Weight0: 0, Productivity0: 5, Weight1: 0, Productivity1: 7})
	c, plain := compare(t, firms), compare(t, dfvadFirms())
	if w, ok := errors.AsType[*ZeroWeight](c.Warnings[0]); !ok || w.FirmYears != 2 {
		t.Errorf("warnings %v", c.Warnings)
	}
	for _, m := range DecompositionMethods() {
		a, b := decompose(t, c, m), decompose(t, plain, m)
		if m == MelitzPolanec {
			// It counts in the unweighted mean: (4·(−.305) + 2)/5.
			near(t, "MP within", a.Within, .156)
			continue
		}
		if a.ProductivityParts != b.ProductivityParts {
			t.Errorf("%s: %+v, want %+v", m, a.ProductivityParts, b.ProductivityParts)
		}
	}
}

// TestZeros: a firm that is there with zeros says so, and is a continuer.
func TestZeros(t *testing.T) {
	c := compare(t, []Firm{
		{Weight0: 1, Productivity0: 2, Weight1: 1, Productivity1: 2},
		{Weight0: 1, Productivity0: 4, Active1: true},
	})
	d := decompose(t, c, FosterHaltiwangerKrizan)
	if want := (ProductivityParts{Within: -2, Between: -1, Cross: 2}); d.ProductivityParts != want || c.Change != -1 || c.Exiters != 0 {
		t.Errorf("%+v, want %+v", d.ProductivityParts, want)
	}
}

// TestUndefined: what has nothing to compare with is an error, not a zero.
func TestUndefined(t *testing.T) {
	both := Firm{Weight0: 1, Productivity0: 2, Weight1: 1, Productivity1: 3}
	exiter := Firm{Weight0: 1, Productivity0: 5, Weight1: nan, Productivity1: nan}
	entrant := Firm{Weight0: nan, Productivity0: nan, Weight1: 3, Productivity1: 7}
	weightless := Firm{Weight0: 0, Productivity0: 2, Weight1: 1, Productivity1: 3}
	for _, c := range []struct {
		name  string
		firms []Firm
		fails map[DecompositionMethod]error
	}{
		{"no continuers", []Firm{exiter, entrant}, map[DecompositionMethod]error{DiewertFox: ErrNoContinuers, MelitzPolanec: ErrNoContinuers}},
		{"continuers without weight", []Firm{weightless, exiter}, map[DecompositionMethod]error{DiewertFox: ErrNoContinuers, MelitzPolanec: ErrNoContinuers}},
		{"no exiters", []Firm{both, entrant}, map[DecompositionMethod]error{BaldwinGu: ErrNoExiters}},
		{"no entrants", []Firm{both, exiter}, nil},
		{"one continuer", []Firm{both}, nil},
	} {
		p := compare(t, c.firms)
		view := p.View()
		for i, m := range DecompositionMethods() {
			d, err := p.Decompose(m)
			if want := c.fails[m]; !errors.Is(err, want) || (want == nil) != (err == nil) {
				t.Errorf("%s, %s: error %v, want %v", c.name, m, err, want)
			}
			if known := view.Rows[i][4].Kind != 0; known != (err == nil) {
				t.Errorf("%s, %s: the view has within %v, the error is %v", c.name, m, known, err)
			}
			if err == nil {
				addsUp(t, c.name+" "+m.String(), partsOf(d.ProductivityParts), p.Change)
			}
		}
	}
	d := decompose(t, compare(t, []Firm{exiter, entrant}), GrilichesRegev)
	if d.ProductivityParts != (ProductivityParts{Entry: 1, Exit: 1}) { // P̄ is 6
		t.Errorf("GR without continuers: %+v", d.ProductivityParts)
	}
}

func TestRefused(t *testing.T) {
	good := Firm{Weight0: 1, Productivity0: 2, Weight1: 1, Productivity1: 3}
	for _, c := range []struct {
		change func(f *Firm)
		figure string
	}{
		{func(f *Firm) { f.Weight0 = -1 }, "Weight0"},
		{func(f *Firm) { f.Weight1 = math.Inf(1) }, "Weight1"},
		{func(f *Firm) { f.Productivity0 = math.Inf(-1) }, "Productivity0"},
		{func(f *Firm) { f.Productivity1 = 1e51 }, "Productivity1"},
		{func(f *Firm) { f.Productivity1 = -1e-51 }, "Productivity1"},
		{func(f *Firm) { f.Weight1 = -1; f.Productivity1 = nan }, "Weight1"}, // even if left out
		{func(f *Firm) { f.Weight0, f.Productivity0 = 0, 0 }, "Weight0 and Productivity0"},
		{func(f *Firm) { f.Weight1, f.Productivity1 = 0, 0 }, "Weight1 and Productivity1"},
	} {
		bad := good
		c.change(&bad)
		_, err := CompareProductivity([]Firm{good, bad})
		if e, ok := errors.AsType[*FigureError](err); !ok || e.Of != "firm 2" || e.Figure != c.figure {
			t.Errorf("%s: error %v", c.figure, err)
		}
	}
	for _, firms := range [][]Firm{
		nil,
		{{Weight0: nan, Productivity0: nan, Weight1: 1, Productivity1: 1}},
		{{Weight0: 1, Productivity0: 1, Weight1: nan, Productivity1: nan}},
		{{Weight0: 0, Productivity0: 1, Weight1: 1, Productivity1: 1}},
		{{Weight0: 1, Productivity0: nan, Weight1: 1, Productivity1: 1}},
	} {
		if _, err := CompareProductivity(firms); !errors.Is(err, ErrNoWeight) {
			t.Errorf("%v: error %v", firms, err)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("a method that is not there did not panic")
		}
	}()
	compare(t, []Firm{good}).Decompose(MelitzPolanec + 1)
}
