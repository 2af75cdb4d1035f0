package notebook

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"reflect"
	"runtime/debug"
	"slices"
	"strings"
)

// Provenance says where a folder's figures come from. It is written to
// provenance.json under input, detected, counts and assumptions; each value is
// whatever encoding/json takes and is left out when nil. encoding/json refuses
// NaN and infinities: a figure that is not known is a nil pointer or a null. For
// the bytes to depend on the run alone, put no time of day and no path of this
// machine in it.
type Provenance struct {
	Input       any // base name and SHA-256 of what was read
	Detected    any // what was found out about it: separator, units, columns
	Counts      any // rows read and rejected and why, figures missing and suppressed
	Assumptions any // every assumption the figures stand on
}

// record is provenance.json and, with nothing but the list, .incomplete.json.
type record struct {
	Format      string        `json:"format"`
	Module      *moduleRecord `json:"module,omitempty"`
	Input       any           `json:"input,omitempty"`
	Detected    any           `json:"detected,omitempty"`
	Counts      any           `json:"counts,omitempty"`
	Assumptions any           `json:"assumptions,omitempty"`
	Files       []fileRecord  `json:"files"`
}

type moduleRecord struct {
	Path    string `json:"path"`
	Version string `json:"version"`
}

type fileRecord struct {
	Name   string `json:"name"` // slashes, relative to the folder
	SHA256 string `json:"sha256"`
	Bytes  int    `json:"bytes"`
}

const (
	completeFormat   = "smartcity notebook folder, 1"
	incompleteFormat = "smartcity notebook folder, incomplete, 1"
)

// encode is the JSON of a record, the same bytes for the same record.
func (r record) encode() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(r)
	return b.Bytes(), err
}

// decodeRecord reads a record of the format; what is not one is somebody
// else's file.
func decodeRecord(data []byte, format string) ([]fileRecord, error) {
	var r record
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, err
	}
	if r.Format != format {
		return nil, fmt.Errorf("format %q: want %q", r.Format, format)
	}
	for _, f := range r.Files {
		if err := checkPath(f.Name); err != nil {
			return nil, err
		}
		if sum, err := hex.DecodeString(f.SHA256); err != nil || len(sum) != sha256.Size {
			return nil, fmt.Errorf("%q has no SHA-256", f.Name)
		}
	}
	return r.Files, nil
}

// checkPath reports whether a name can be a file of a folder: one or two words
// as [checkName] has them, slash between, and an extension.
func checkPath(name string) error {
	dir, base := path.Split(name)
	if dir != "" {
		if err := checkName("folder", strings.TrimSuffix(dir, "/")); err != nil {
			return err
		}
	}
	stem, ext, ok := strings.Cut(base, ".")
	if !ok || name == completeName {
		return fmt.Errorf("file name %q: want folder/name.extension or name.extension", name)
	}
	return cmp.Or(checkName("file", stem), checkName("extension", ext))
}

func fileRecordOf(name string, data []byte) fileRecord {
	return fileRecord{name, hashOf(data), len(data)}
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// thisModule finds the version of the module this package was built from,
// whatever it is called: as the main module or as somebody's dependency.
// Without one, as under go run, it is "(devel)".
func thisModule() *moduleRecord {
	own, _ := strings.CutSuffix(reflect.TypeFor[Page]().PkgPath(), "/examples/notebook")
	m := &moduleRecord{Path: own, Version: "(devel)"}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return m
	}
	modules := append([]*debug.Module{&info.Main}, info.Deps...)
	if i := slices.IndexFunc(modules, func(d *debug.Module) bool { return d.Path == own }); i >= 0 {
		found := modules[i]
		if found.Replace != nil {
			found = found.Replace
		}
		m.Version = cmp.Or(found.Version, m.Version)
	}
	return m
}
