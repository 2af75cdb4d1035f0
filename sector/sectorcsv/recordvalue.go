package sectorcsv

import (
	"encoding"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/gocarina/gocsv"
	"golang.org/x/text/unicode/norm"

	"smartcity/growth/locale"
	"smartcity/sector"
)

// set reads a cell into the field of a record, and says whether it is known.
func (f *recordField) set(record reflect.Value, cell string, values *figures, recoded bool, status *sector.Status) error {
	text := strings.TrimSpace(cell)
	if !f.kind.number() {
		var err error
		if text, err = asWritten(cell, recoded); err != nil {
			return err
		}
	}
	*status = sector.Known
	if text == "" && f.fallback != nil {
		defer func() { *status = sector.Missing }()
		plain := *f
		plain.unit = 1
		f, text, values = &plain, *f.fallback, &figures{notation: locale.Notation{Decimal: '.'}, decided: true}
	}
	to := f.reach(record)
	switch {
	case text == "" && f.kind == kindText, text == "" && f.pointer:
		*status = sector.Missing
		return nil // "" or nil
	case f.kind == kindBool && f.pointer:
		if figure, ok := values.convention.marker(text); ok && !figure.Known() {
			*status = figure.Status()
			return nil
		}
	case f.kind == kindOwn && text == "":
		*status = sector.Missing
	}
	if f.kind.number() {
		return f.setNumber(to, text, values, status)
	}
	to = f.pointee(to)
	switch f.kind {
	case kindText:
		to.SetString(text)
	case kindBool:
		x, err := truth(text)
		to.SetBool(x)
		return err
	case kindOwn:
		switch own := to.Addr().Interface().(type) {
		case gocsv.TypeUnmarshaller:
			return own.UnmarshalCSV(text)
		case encoding.TextUnmarshaler:
			return own.UnmarshalText([]byte(text))
		}
	}
	return nil
}

// reach is the field of a record; pointers to structs on the way are made.
func (f *recordField) reach(record reflect.Value) reflect.Value {
	v := record
	for i, at := range f.index {
		if i > 0 && v.Kind() == reflect.Pointer {
			if v.IsNil() {
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(at)
	}
	return v
}

// pointee makes what a field points to, if it is a pointer.
func (f *recordField) pointee(v reflect.Value) reflect.Value {
	if !f.pointer {
		return v
	}
	v.Set(reflect.New(f.typ))
	return v.Elem()
}

// setNumber reads a number.
func (f *recordField) setNumber(to reflect.Value, text string, values *figures, status *sector.Status) error {
	figure, err := values.number(text, f.unit)
	if err != nil {
		return err
	}
	*status = figure.Status()
	switch {
	case figure.Known():
	case f.pointer:
		return nil
	case f.kind == kindInt || f.kind == kindUint:
		return &wanted{fmt.Sprintf("want a whole number; the figure is %v, which the type %v cannot say", figure, f.typ)}
	}
	to = f.pointee(to)
	switch f.kind {
	case kindFigure:
		to.Set(reflect.ValueOf(figure))
	case kindFloat:
		if x := figure.Float64(); !math.IsNaN(x) && to.OverflowFloat(x) {
			return &wanted{fmt.Sprintf("want a number that fits the type %v", f.typ)}
		}
		to.SetFloat(figure.Float64())
	case kindInt:
		digits, err := whole(figure, text, values, f.unit)
		if err != nil {
			return err
		}
		x, err := strconv.ParseInt(digits, 10, f.typ.Bits())
		if err != nil {
			return &wanted{fmt.Sprintf("want a whole number that fits the type %v", f.typ)}
		}
		to.SetInt(x)
	case kindUint:
		digits, err := whole(figure, text, values, f.unit)
		if err != nil {
			return err
		}
		x, err := strconv.ParseUint(digits, 10, f.typ.Bits())
		if err != nil {
			return &wanted{fmt.Sprintf("want a whole number of zero or more that fits the type %v", f.typ)}
		}
		to.SetUint(x)
	}
	return nil
}

// whole is a number that has been read as a whole number, digit by digit: a
// float64 holds only the first 15 of them for certain.
func whole(figure sector.Figure, text string, values *figures, unit float64) (string, error) {
	x := figure.Float64()
	if _, marked := values.convention.marker(text); marked {
		return "0", nil // an office's sign for zero
	}
	if unit != 1 {
		if x != math.Trunc(x) || math.Abs(x) > 1<<53 {
			return "", &wanted{fmt.Sprintf("want a whole number, and times %v it is %v", unit, figure)}
		}
		return strconv.FormatFloat(x, 'f', -1, 64), nil
	}
	number, _ := cutSign(values.convention.cutFlag(text))
	before, after, _ := strings.Cut(number, string(values.notation.Decimal))
	if strings.Trim(after, "0") != "" {
		return "", &wanted{"want a whole number"}
	}
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, before)
	if digits == "" {
		digits = "0" // ",0"
	}
	if x < 0 {
		digits = "-" + digits
	}
	return digits, nil
}

// truth reads a truth value.
func truth(s string) (bool, error) {
	switch strings.ToLower(s) {
	case "true", "yes", "ja", "1":
		return true, nil
	case "false", "no", "nej", "0":
		return false, nil
	}
	return false, &wanted{"want true or false, yes or no, ja or nej, 1 or 0"}
}

// asWritten trims a text and writes it in Unicode NFC, and keeps what stands
// inside it, line breaks included. It refuses what [clean] refuses.
func asWritten(s string, recoded bool) (string, error) {
	collapsed, _, err := clean(s, false, recoded)
	if err != nil || collapsed == s {
		return collapsed, err
	}
	return norm.NFC.String(strings.TrimSpace(s)), nil
}
