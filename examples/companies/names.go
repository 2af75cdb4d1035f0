package main

import (
	"fmt"
	"math/rand/v2"
)

// namer makes up company names, none of them twice.
type namer struct {
	rng         *rand.Rand
	first, last []string // parts of an invented place name
	taken       map[string]bool
}

func newNamer(rng *rand.Rand) *namer {
	return &namer{
		rng: rng,
		first: []string{
			"Aa", "Alke", "Birke", "Bøge", "Dun", "Egne", "Elle", "Enge", "Fjord", "Glim", "Gyvel", "Hassel", "Havre",
			"Hejre", "Hvid", "Isager", "Klit", "Kløver", "Lærke", "Lyng", "Marehalm", "Mose", "Nord", "Pile", "Porse",
			"Rav", "Rør", "Siv", "Skarv", "Snepp", "Stær", "Sønder", "Tang", "Tern", "Tidsel", "Vibe", "Østen", "Åkande",
		},
		last: []string{
			"bakke", "bro", "bæk", "dal", "eng", "gab", "holm", "høj", "klint", "kær", "lund", "løkke", "mark", "næs", "odde",
			"rev", "skær", "strand", "sund", "vang", "vig", "ø",
		},
		taken: map[string]bool{},
	}
}

// name returns a name that was not given before. One name in fifty holds a
// comma or quotation marks, so that a reader of the file meets quoted fields.
func (n *namer) name(trades []string) string {
	for {
		place, trade, form := n.place(), pick(n.rng, trades), n.form()
		name := place + " " + trade + " " + form
		switch draw := n.rng.Float64(); {
		case draw < 0.05:
			name = place + " & " + n.place() + " " + trade + " " + form
		case draw < 0.065:
			name = place + " " + trade + ", drift og service " + form
		case draw < 0.07:
			name = fmt.Sprintf(`"%s" %s %s`, place, trade, form)
		}
		if !n.taken[name] {
			n.taken[name] = true
			return name
		}
	}
}

func (n *namer) place() string {
	return pick(n.rng, n.first) + pick(n.rng, n.last)
}

func (n *namer) form() string {
	forms := []string{"ApS", "A/S", "IVS", "I/S", "P/S"}
	return forms[weighted(n.rng, []float64{56, 33, 6, 4, 1})]
}

// cvrNumbers counts up from 90000001 through the eight-digit numbers that fail
// the check of Danish CVR numbers, so that none of them can be anybody's: a CVR
// number's digits, weighted 2 7 6 5 4 3 2 1, sum to a multiple of eleven.
type cvrNumbers struct{ last int }

func (c *cvrNumbers) next() string {
	for c.last = max(c.last+1, 90000001); ; c.last++ {
		if id := fmt.Sprintf("%08d", c.last); !validCVR(id) {
			return id
		}
	}
}

func validCVR(id string) bool {
	sum := 0
	for i, weight := range [8]int{2, 7, 6, 5, 4, 3, 2, 1} {
		sum += weight * int(id[i]-'0')
	}
	return sum%11 == 0
}

// pick draws one of the items, all equally likely.
func pick[T any](rng *rand.Rand, items []T) T {
	return items[rng.IntN(len(items))]
}

// weighted draws an index in proportion to the weights.
func weighted(rng *rand.Rand, weights []float64) int {
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	draw := sum * rng.Float64()
	for i, w := range weights {
		if draw -= w; draw < 0 {
			return i
		}
	}
	return len(weights) - 1
}
