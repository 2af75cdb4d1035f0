package main

import (
	"encoding/csv"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// naive is a company file read and reckoned in the plainest way, without the
// library.
type naive struct {
	ids   []string
	years []int
	rows  map[string]map[int]naiveRow // by company and year
	born  map[string]int              // founding year
}

type naiveRow struct {
	sector       string
	jobs, income float64 // NaN where not known
}

func readNaively(t *testing.T, text string) *naive {
	t.Helper()
	r := csv.NewReader(strings.NewReader(text))
	head, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	n := &naive{rows: map[string]map[int]naiveRow{}, born: map[string]int{}}
	for {
		rec, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		field := func(name string) string { return rec[slices.Index(head, name)] }
		figure := func(name string) float64 {
			if x, err := strconv.ParseFloat(field(name), 64); err == nil {
				return x
			}
			return math.NaN()
		}
		id := field("company_id")
		year, _ := strconv.Atoi(field("year"))
		if n.rows[id] == nil {
			n.rows[id] = map[int]naiveRow{}
			n.ids = append(n.ids, id)
		}
		if !slices.Contains(n.years, year) {
			n.years = append(n.years, year)
		}
		n.rows[id][year] = naiveRow{field("sector"), figure("fte"), figure("revenue")}
		n.born[id], _ = strconv.Atoi(field("founded"))
	}
	slices.Sort(n.years)
	return n
}

// active says whether a company has jobs in a year, or jobs that are not known.
func (n *naive) active(id string, year int) bool {
	row, ok := n.rows[id][year]
	return ok && row.jobs != 0
}

// span is the first and the last year in which a company is active.
func (n *naive) span(id string) (first, last int) {
	for _, y := range n.years {
		if n.active(id, y) {
			if first == 0 {
				first = y
			}
			last = y
		}
	}
	return first, last
}

type naiveFlows struct {
	births, growing, deaths, shrinking float64
	moved                              float64 // jobs that companies take along to another sector
	entry, exit                        int
	unknown, measured                  int
}

func (n *naive) flows(from, to int) (f naiveFlows) {
	for _, id := range n.ids {
		first, last := n.span(id)
		a, b := n.active(id, from), n.active(id, to)
		x, y := n.rows[id][from].jobs, n.rows[id][to].jobs
		switch {
		case a && b:
			if x != x || y != y {
				f.unknown++
				break
			}
			f.measured++
			f.growing += max(0, y-x)
			f.shrinking += max(0, x-y)
			if n.rows[id][from].sector != n.rows[id][to].sector {
				f.moved += x
			}
		case b && first == to:
			f.entry++
			if y != y {
				f.unknown++
				break
			}
			f.measured++
			f.births += y
		case a && last == from:
			f.exit++
			if x != x {
				f.unknown++
				break
			}
			f.measured++
			f.deaths += x
		case a && x != x || b && y != y:
			f.unknown++ // into a gap or out of it, with jobs that nobody knows
		}
	}
	return f
}

// survivors counts those of all years' births that can be seen n years on.
func (n *naive) survivors(after int) (births, alive int) {
	end := n.years[len(n.years)-1]
	for _, id := range n.ids {
		first, last := n.span(id)
		if first == 0 || first == n.years[0] || first+after > end {
			continue
		}
		births++
		if last >= first+after {
			alive++
		}
	}
	return births, alive
}

// fast counts by the rule of Statistics Denmark: 20 % or more a year over three
// years, from five jobs.
func (n *naive) fast(from int) (eligible, high, gazelles int) {
	for _, id := range n.ids {
		x, y := n.rows[id][from].jobs, n.rows[id][from+3].jobs
		if !(x >= 5) || !n.active(id, from+3) || y != y || n.born[id] >= from {
			continue
		}
		eligible++
		if 1000*y >= 1728*x { // both exact: jobs are in quarters
			high++
			if from+3-n.born[id] <= 5 {
				gazelles++
			}
		}
	}
	return eligible, high, gazelles
}

// perJob is revenue per job in both years of the companies with known figures in
// each year in which they are active.
func (n *naive) perJob(from, to int) (before, after float64) {
	var jobs, income [2]float64
	for _, id := range n.ids {
		known := true
		for _, y := range []int{from, to} {
			row := n.rows[id][y]
			known = known && (!n.active(id, y) || row.jobs == row.jobs && row.income == row.income)
		}
		first, last := n.span(id)
		gap := n.active(id, from) && !n.active(id, to) && last > to || n.active(id, to) && !n.active(id, from) && first < from
		if !known || gap {
			continue
		}
		for i, y := range []int{from, to} {
			if n.active(id, y) {
				jobs[i] += n.rows[id][y].jobs
				income[i] += n.rows[id][y].income
			}
		}
	}
	return income[0] / jobs[0], income[1] / jobs[1]
}

// companiesEffect is what the number of companies has in the growth of jobs, by
// sector with log means.
func (n *naive) companiesEffect(from, to int) (effect float64) {
	type sums struct{ companies, jobs [2]float64 }
	sectors := map[string]*sums{}
	for _, id := range n.ids {
		for i, y := range []int{from, to} {
			row, ok := n.rows[id][y]
			if !ok || row.jobs != row.jobs {
				continue
			}
			if sectors[row.sector] == nil {
				sectors[row.sector] = &sums{}
			}
			sectors[row.sector].companies[i]++
			sectors[row.sector].jobs[i] += row.jobs
		}
	}
	for _, s := range sectors {
		mean := (s.jobs[1] - s.jobs[0]) / math.Log(s.jobs[1]/s.jobs[0])
		effect += mean * math.Log(s.companies[1]/s.companies[0])
	}
	return effect
}

// matched is the growth of jobs of the companies known in both years.
func (n *naive) matched(from, to int) (companies int, growth float64) {
	var x, y float64
	for _, id := range n.ids {
		a, here := n.rows[id][from]
		b, there := n.rows[id][to]
		if here && there && a.jobs == a.jobs && b.jobs == b.jobs {
			companies++
			x, y = x+a.jobs, y+b.jobs
		}
	}
	return companies, y/x - 1
}

// total is all jobs known in a year.
func (n *naive) total(year int) (jobs float64) {
	for _, id := range n.ids {
		if x := n.rows[id][year].jobs; x == x {
			jobs += x
		}
	}
	return jobs
}

// yearPerJob is revenue per job of a year.
func (n *naive) yearPerJob(year int) float64 {
	var jobs, income float64
	for _, id := range n.ids {
		if row := n.rows[id][year]; row.jobs > 0 && row.income == row.income {
			jobs, income = jobs+row.jobs, income+row.income
		}
	}
	return income / jobs
}

// covariance is the aggregate revenue per job of a year less the mean of the
// companies.
func (n *naive) covariance(year int) float64 {
	var jobs, income, sum, companies float64
	for _, id := range n.ids {
		if row := n.rows[id][year]; row.jobs > 0 && row.income == row.income {
			jobs, income, sum = jobs+row.jobs, income+row.income, sum+row.income/row.jobs
			companies++
		}
	}
	return income/jobs - sum/companies
}

// bySector divides the change of revenue per job by sector.
func (n *naive) bySector(from, to int) (change, within, static, dynamic float64) {
	type sums struct{ jobs, income [2]float64 }
	sectors := map[string]*sums{}
	var all sums
	for _, id := range n.ids {
		for i, y := range []int{from, to} {
			row, ok := n.rows[id][y]
			if !ok || !(row.jobs > 0) || row.income != row.income {
				continue
			}
			if sectors[row.sector] == nil {
				sectors[row.sector] = &sums{}
			}
			for _, s := range []*sums{sectors[row.sector], &all} {
				s.jobs[i] += row.jobs
				s.income[i] += row.income
			}
		}
	}
	for _, s := range sectors {
		share, moved := s.jobs[0]/all.jobs[0], s.jobs[1]/all.jobs[1]-s.jobs[0]/all.jobs[0]
		level, gain := s.income[0]/s.jobs[0], s.income[1]/s.jobs[1]-s.income[0]/s.jobs[0]
		within, static, dynamic = within+share*gain, static+moved*level, dynamic+moved*gain
	}
	return all.income[1]/all.jobs[1] - all.income[0]/all.jobs[0], within, static, dynamic
}
