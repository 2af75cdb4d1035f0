package stream

import "fmt"

// Options say which companies a file has and how it is written. The zero value
// is the English file of seed 0.
type Options struct {
	// Seed of the random numbers. Files of one seed hold the same companies,
	// whatever the other fields.
	Seed uint64
	// Danish writes the headers in Danish, and numbers with a decimal comma and
	// points between thousands.
	Danish bool
	// Separator stands between fields: ',', ';', '\t' or '|'. Zero means ',', or
	// ';' if Danish; the comma of Danish decimals cannot be the separator too.
	Separator byte
}

// separator returns the separator in force, and panics if there can be none.
func (o Options) separator() byte {
	switch {
	case o.Separator == 0 && o.Danish:
		return ';'
	case o.Separator == 0:
		return ','
	case o.Separator == ',' && o.Danish:
		panic("stream: a comma cannot separate fields with decimal commas")
	}
	switch o.Separator {
	case ',', ';', '\t', '|':
		return o.Separator
	}
	panic(fmt.Sprintf("stream: %q is no separator", o.Separator))
}

func (o Options) header() []string {
	if o.Danish {
		return []string{"cvr_nr", "virksomhedsnavn", "branche", "region", "regnskabsår", "årsværk", "omsætning", "etableringsår"}
	}
	return []string{"id", "name", "sector", "region", "year", "fte", "revenue", "founded"}
}
