package sectorcsv

// seenRows finds the rows of a company-year among all that came before, in
// little more room than a row number each: the rows of a company are chained.
type seenRows struct {
	ids    []string              // of the companies
	plain  map[string]int32      // number of a company by its id; nil as long as they come in the order of their ids
	others map[companyYear]int32 // number of a company with establishments, without the year
	newest []int32               // row of a company, counted from 1
	rows   []seenRow

	lastID  string // the rows of a company often stand together
	lastNum int32
	largest string // id
}

type seenRow struct {
	company, before, line, index int32 // before: the row of the company before, counted from 1; 0 if there is none
	year                         int16
}

func newSeenRows() *seenRows {
	return &seenRows{others: map[companyYear]int32{}}
}

// number is that of a company, −1 if it was not seen.
func (s *seenRows) number(key companyYear) int32 {
	if key.establishment != "" || key.parted {
		key.year = 0
		if n, ok := s.others[key]; ok {
			return n
		}
		return -1
	}
	if s.lastID == key.id && key.id != "" {
		return s.lastNum
	}
	if s.plain == nil {
		if len(s.newest) == 0 || key.id > s.largest {
			return -1
		}
		s.plain = make(map[string]int32, 2*len(s.ids))
		for i, id := range s.ids {
			if id != "" {
				s.plain[id] = int32(i)
			}
		}
	}
	n, ok := s.plain[key.id]
	if !ok {
		return -1
	}
	s.lastID, s.lastNum = key.id, n
	return n
}

// find returns where a company-year stood.
func (s *seenRows) find(key companyYear) (place, bool) {
	n := s.number(key)
	if n < 0 {
		return place{}, false
	}
	for at := s.newest[n]; at > 0; {
		r := &s.rows[at-1]
		if int(r.year) == key.year {
			return place{int(r.line), int(r.index)}, true
		}
		at = r.before
	}
	return place{}, false
}

// put notes where a company-year stands.
func (s *seenRows) put(key companyYear, at place) {
	n := s.number(key)
	if n < 0 {
		n = int32(len(s.newest))
		s.newest, s.ids = append(s.newest, 0), append(s.ids, "")
		if key.establishment != "" || key.parted {
			other := key
			other.year = 0
			s.others[other] = n
		} else {
			s.ids[n], s.largest = key.id, max(s.largest, key.id)
			if s.plain != nil {
				s.plain[key.id] = n
			}
			s.lastID, s.lastNum = key.id, n
		}
	}
	s.rows = append(s.rows, seenRow{company: n, before: s.newest[n], line: int32(at.line), index: int32(at.index), year: int16(key.year)})
	s.newest[n] = int32(len(s.rows))
}

// forget takes back what was put after n rows.
func (s *seenRows) forget(n int) {
	for i := len(s.rows) - 1; i >= n; i-- {
		s.newest[s.rows[i].company] = s.rows[i].before
	}
	s.rows = s.rows[:n]
}
