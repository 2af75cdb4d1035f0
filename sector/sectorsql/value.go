package sectorsql

import (
	"fmt"
	"math"
	"math/big"
	"reflect"
	"strconv"
	"unicode/utf8"

	"smartcity/sector"
)

// Drivers return the same column in different types of Go; these take them all,
// and nothing that would lose a part of the value.

// textOf returns a text. NULL is empty.
func textOf(v any) (string, error) {
	var s string
	switch v := v.(type) {
	case nil:
	case string:
		s = v
	case []byte:
		s = string(v)
	default:
		return "", fmt.Errorf("a text was expected, not %v (%T)", v, v)
	}
	if !utf8.ValidString(s) {
		return "", fmt.Errorf("the text %q is not UTF-8", s)
	}
	return s, nil
}

// numeralOf returns the text of a number: decimals cross the wire as texts, and the
// driver of DuckDB has its sums of whole numbers in 128 bits.
func numeralOf(v any) (string, error) {
	if x, ok := v.(*big.Int); ok {
		return x.String(), nil
	}
	return textOf(v)
}

// intOf returns a whole number.
func intOf(v any) (int, error) {
	switch x := reflect.ValueOf(v); {
	case v == nil:
		return 0, fmt.Errorf("a whole number was expected, not NULL")
	case x.CanInt():
		return int(x.Int()), nil
	case x.CanUint() && x.Uint() <= math.MaxInt:
		return int(x.Uint()), nil
	case x.CanFloat() && x.Float() == math.Trunc(x.Float()) && math.Abs(x.Float()) <= 1<<53:
		return int(x.Float()), nil
	}
	if s, err := numeralOf(v); err == nil {
		if x, err := strconv.ParseFloat(s, 64); err == nil && x == math.Trunc(x) && math.Abs(x) <= 1<<53 {
			return int(x), nil
		}
	}
	return 0, fmt.Errorf("a whole number was expected, not %s", shown(v))
}

// yearOf returns a year.
func yearOf(v any) (int, error) {
	year, err := intOf(v)
	if err != nil || year < sector.FirstYear || year > sector.LastYear {
		return 0, &sector.FieldError{Field: "year", Value: shown(v), Want: fmt.Sprintf("a year from %d to %d", sector.FirstYear, sector.LastYear)}
	}
	return year, nil
}

// floatOf returns a number.
func floatOf(v any) (float64, error) {
	f := math.NaN()
	switch x := reflect.ValueOf(v); {
	case v == nil:
	case x.CanInt():
		f = float64(x.Int())
	case x.CanUint():
		f = float64(x.Uint())
	case x.CanFloat():
		f = x.Float()
	default:
		if s, err := numeralOf(v); err == nil {
			if y, err := strconv.ParseFloat(s, 64); err == nil {
				f = y
			}
		}
	}
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return 0, fmt.Errorf("a sum was expected, not %s", shown(v))
	}
	return f, nil
}

// shown is a value as it stands in an error.
func shown(v any) string {
	switch v := v.(type) {
	case nil:
		return "NULL"
	case string:
		return strconv.Quote(v)
	case []byte:
		return strconv.Quote(string(v))
	}
	return fmt.Sprint(v)
}

// rowsOf is a number of rows as it stands in an error.
func rowsOf(n int) string {
	if n == 1 {
		return "1 row"
	}
	return fmt.Sprintf("%d rows", n)
}
