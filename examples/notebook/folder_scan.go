package notebook

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// found is what is in an output folder.
type found struct {
	complete bool                    // provenance.json is ours
	begun    bool                    // .incomplete.json is ours and provenance.json is not there
	known    map[string][]fileRecord // what the list says of each of our names
	present  []string                // regular files that are ours, or may be (see strangers)
	partial  []string                // what a killed run was writing
	// strangers tells that there is no list, and that present are names which a
	// run could have written. Write decides.
	strangers bool
}

// scan looks through the folder. Without force the first thing that cannot be
// ours is a [*ForeignError].
func (f *Folder) scan(root *os.Root) (*found, error) {
	s := &found{known: map[string][]fileRecord{}}
	complete, errComplete := readRecord(root, completeName, completeFormat)
	incomplete, errIncomplete := readRecord(root, incompleteName, incompleteFormat)
	if errComplete != nil && !f.force {
		return nil, &ForeignError{f.dir, completeName, "was not written by this program"}
	}
	if errIncomplete != nil && !f.force {
		return nil, &ForeignError{f.dir, incompleteName, "was not written by this program"}
	}
	s.complete = complete != nil
	s.begun = incomplete != nil && !s.complete
	for _, r := range append(complete, incomplete...) {
		s.known[r.Name] = append(s.known[r.Name], r)
	}
	listed := s.complete || s.begun
	dirs := map[string]bool{".": true}
	for name := range s.known {
		dirs[path.Dir(name)] = true
	}
	for name := range f.files {
		dirs[path.Dir(name)] = true
	}
	err := fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("notebook: output folder %s: %s: %w", f.dir, name, cause(err))
		}
		_, known := s.known[name]
		switch {
		case d.IsDir():
			if f.force && !dirs[name] {
				return fs.SkipDir // nothing of ours is there, and what is there may be vast
			}
			return nil
		case name == completeName || name == incompleteName:
			return nil
		case slices.Contains([]string{".DS_Store", "Thumbs.db", "desktop.ini"}, path.Base(name)):
			return nil
		case d.Type().IsRegular() && s.isPartial(name):
			s.partial = append(s.partial, name)
			return nil
		case d.Type().IsRegular() && (known || !listed && plausible(name)):
			s.present = append(s.present, name)
			return nil
		case f.force:
			return nil
		case d.Type()&fs.ModeSymlink != 0:
			return &ForeignError{f.dir, name, "is a symbolic link"}
		case !d.Type().IsRegular():
			return &ForeignError{f.dir, name, "is not a file"}
		}
		return &ForeignError{f.dir, name, "was not written by this program"}
	})
	s.strangers = !listed && len(s.present) > 0
	return s, err
}

// readRecord reads provenance.json or .incomplete.json. Nil without an error
// means that it is not there; a list of no files is not nil.
func readRecord(root *os.Root, name, format string) ([]fileRecord, error) {
	info, err := root.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("not a file")
	}
	data, err := root.ReadFile(name)
	if err != nil {
		return nil, err
	}
	files, err := decodeRecord(data, format)
	if err == nil && files == nil {
		files = []fileRecord{}
	}
	return files, err
}

// partialName is a temporary name: a dot, the name, 26 random letters and
// digits of crypto/rand.Text, and an ending nobody else uses.
var partialName = regexp.MustCompile(`^\.(.+)\.[A-Z2-7]{26}\.partial$`)

// isPartial tells whether a file is the unfinished part of one of ours.
func (s *found) isPartial(name string) bool {
	m := partialName.FindStringSubmatch(path.Base(name))
	if m == nil {
		return false
	}
	target := path.Join(path.Dir(name), m[1])
	_, known := s.known[target]
	return known || target == completeName || target == incompleteName
}

// plausible tells whether a run of some page could have written a name.
func plausible(name string) bool {
	dir, ext := path.Dir(name), path.Ext(name)
	switch dir {
	case ".":
		return checkPath(name) == nil && (ext == ".html" || ext == ".md" || ext == ".xlsx")
	case "charts":
		return checkPath(name) == nil && (ext == ".svg" || ext == ".png")
	case "tables":
		return checkPath(name) == nil && ext == ".csv"
	}
	return false
}

// generatorMark is in the head of every HTML page of ours.
const generatorMark = `<meta name="generator" content="smartcity notebook">`

// adopt decides about a folder without a list: it is an interrupted run if it
// holds names of this run only, and a page of ours is among them or all bytes
// are those of this run.
func (f *Folder) adopt(root *os.Root, s *found) error {
	ours, same := false, true
	var other string
	for _, name := range s.present {
		data, err := root.ReadFile(name)
		if err != nil {
			return fmt.Errorf("notebook: %s: %w", filepath.Join(f.dir, filepath.FromSlash(name)), cause(err))
		}
		want, planned := f.files[name]
		if !planned {
			return &ForeignError{f.dir, name, "was not written by this program"}
		}
		if !bytes.Equal(data, want) && same {
			same, other = false, name
		}
		head := data[:min(len(data), 2048)]
		ours = ours || strings.HasSuffix(name, ".html") && bytes.Contains(head, []byte(generatorMark))
	}
	if !ours && !same {
		return &ForeignError{f.dir, other, "was not written by this program"}
	}
	return nil
}
