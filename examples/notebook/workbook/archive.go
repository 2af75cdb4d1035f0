package workbook

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"time"
)

// archive is the zip file of a workbook. It holds the parts back and writes them
// in an order of its own, [Content_Types].xml first, where programs look for the
// kind of the file, each with the first time that zip files know.
type archive struct {
	w     io.Writer
	parts []part
}

type part struct {
	name string
	data bytes.Buffer
}

func (a *archive) Create(name string) (io.Writer, error) {
	a.parts = append(a.parts, part{name: name})
	return &partWriter{a, len(a.parts) - 1}, nil
}

// AddFS is not used by excelize when it writes a workbook.
func (a *archive) AddFS(fs.FS) error { return errors.ErrUnsupported }

func (a *archive) Close() error {
	rank := func(p part) int { return slices.Index([]string{"_rels/.rels", "[Content_Types].xml"}, p.name) }
	slices.SortFunc(a.parts, func(x, y part) int {
		return cmp.Or(cmp.Compare(rank(y), rank(x)), cmp.Compare(x.name, y.name))
	})
	z := zip.NewWriter(a.w)
	for i := range a.parts {
		p := &a.parts[i]
		if i > 0 && p.name == a.parts[i-1].name {
			return fmt.Errorf("workbook: two parts %s", p.name)
		}
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		if _, err := p.data.WriteTo(f); err != nil {
			return err
		}
	}
	return z.Close()
}

// partWriter writes to a part, wherever the list of them has grown to.
type partWriter struct {
	a *archive
	i int
}

func (w *partWriter) Write(b []byte) (int, error) { return w.a.parts[w.i].data.Write(b) }
