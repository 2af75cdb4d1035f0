package sectorcsv

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/gocarina/gocsv"

	"smartcity/sector"
)

// recordField is a field of a record: where it is in the struct, how its cells
// are read, and, once the header is known, its column.
type recordField struct {
	names    []string // of its column, as the tag has them
	folded   []string // the same, to compare
	partial  bool     // a header that contains a name will do
	fallback *string  // for a blank cell and an absent column

	index   []int // through the structs around it
	kind    recordKind
	typ     reflect.Type // that a pointer points to
	pointer bool

	at   int // column, −1 if it is absent
	unit float64
}

// recordKind is how a cell is read.
type recordKind uint8

const (
	kindText recordKind = iota
	kindFigure
	kindFloat
	kindInt
	kindUint
	kindBool
	kindOwn // the type reads text itself
)

// number reports whether a cell is a number in the notation of the file.
func (k recordKind) number() bool { return k >= kindFigure && k <= kindUint }

// deepest is how deep structs stand in each other; a type that contains itself
// goes deeper.
const deepest = 16

// recordFields takes a struct apart as gocsv does.
func recordFields(t reflect.Type) ([]recordField, error) {
	if t.Kind() != reflect.Struct {
		return nil, fmt.Errorf("sectorcsv: records are structs, not %v", t)
	}
	fields, err := structFields(nil, t, nil, nil)
	if err != nil {
		return nil, fmt.Errorf("sectorcsv: records of type %v: %w", t, err)
	}
	if len(fields) == 0 {
		return nil, fmt.Errorf("sectorcsv: records of type %v have no field that a column could fill", t)
	}
	seen := map[string]bool{}
	for i := range fields {
		f := &fields[i]
		for _, name := range f.names {
			if seen[name] {
				return nil, fmt.Errorf("sectorcsv: records of type %v: two fields go by the name %q", t, name)
			}
			seen[name] = true
			f.folded = append(f.folded, fold(name))
		}
	}
	return fields, nil
}

// structFields appends the fields of a struct within others: outer is the
// names of the field that holds it.
func structFields(fields []recordField, t reflect.Type, index []int, outer []string) ([]recordField, error) {
	if len(index) > deepest {
		return nil, fmt.Errorf("%v is too deep, or contains itself", t)
	}
	for i := range t.NumField() {
		field := t.Field(i)
		f, skip := fromTag(field)
		if skip {
			continue
		}
		f.index = append(slices.Clone(index), i)
		f.typ, f.pointer = field.Type, field.Type.Kind() == reflect.Pointer
		if f.pointer {
			f.typ = f.typ.Elem()
		}
		known := f.setKind()
		if len(outer) > 0 {
			var names []string
			for _, o := range outer {
				for _, name := range f.names {
					names = append(names, o+"."+name)
				}
			}
			f.names = names
		}
		switch {
		case known && !field.Anonymous:
			if f.fallback != nil {
				record := reflect.New(t).Elem()
				inner := f
				inner.index = []int{i}
				if err := inner.set(record, "", &figures{}, false, new(sector.Status)); err != nil {
					return nil, fmt.Errorf("the default %q of field %s: %w", *f.fallback, field.Name, err)
				}
			}
			fields = append(fields, f)
		case !known && f.typ.Kind() == reflect.Struct:
			names := f.names
			if field.Anonymous {
				names = outer
			}
			var err error
			if fields, err = structFields(fields, f.typ, f.index, names); err != nil {
				return nil, err
			}
		case field.Anonymous:
			return nil, fmt.Errorf("%v is embedded and no struct of columns: give it a name, or the tag csv:\"-\"", field.Type)
		default:
			return nil, fmt.Errorf("field %s is a %v, which no cell can fill: it needs a method UnmarshalCSV, or the tag csv:\"-\"", field.Name, field.Type)
		}
	}
	return fields, nil
}

// fromTag reads gocsv's tag of a field.
func fromTag(field reflect.StructField) (f recordField, skip bool) {
	f = recordField{at: -1, unit: 1}
	tag := field.Tag.Get("csv")
	if !field.IsExported() || tag == "-" {
		return f, true
	}
	for entry := range strings.SplitSeq(tag, ",") {
		entry = strings.TrimSpace(entry)
		text, isDefault := strings.CutPrefix(entry, "default=")
		switch {
		case isDefault:
			f.fallback = &text
		case entry == "partial":
			f.partial = true
		case entry != "" && entry != "omitempty":
			f.names = append(f.names, entry)
		}
	}
	if len(f.names) == 0 {
		f.names = []string{field.Name}
	}
	return f, false
}

// setKind finds out how a cell is read, false for a type that none fills.
func (f *recordField) setKind() bool {
	own := reflect.PointerTo(f.typ)
	switch kind := f.typ.Kind(); {
	case f.typ == reflect.TypeFor[sector.Figure]():
		f.kind = kindFigure
	case own.Implements(reflect.TypeFor[gocsv.TypeUnmarshaller]()), own.Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
		f.kind = kindOwn
	case kind == reflect.String:
		f.kind = kindText
	case kind == reflect.Bool:
		f.kind = kindBool
	case kind >= reflect.Int && kind <= reflect.Int64:
		f.kind = kindInt
	case kind >= reflect.Uint && kind <= reflect.Uint64:
		f.kind = kindUint
	case kind == reflect.Float32, kind == reflect.Float64:
		f.kind = kindFloat
	default:
		return false
	}
	return true
}
