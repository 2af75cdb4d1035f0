package notebook

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
)

const (
	completeName   = "provenance.json"
	incompleteName = ".incomplete.json"
)

// A Folder is an output folder and the files that will be in it. Files are
// gathered in memory by [Folder.AddPage] and [Folder.Add]; [Folder.Write] puts
// all of them on disk. A run that fails before Write has not touched the disk.
//
// The rules:
//
//   - The list in provenance.json decides which files are ours. A folder that
//     holds anything else is refused with a [*ForeignError], unless it is forced;
//     so is one with a symbolic link or a device in it. Empty folders and the
//     files that desktops leave behind (.DS_Store, Thumbs.db, desktop.ini) do not
//     count.
//   - A file of ours that this run does not write again is removed, if it still
//     has the SHA-256 it was listed with. One that was changed since belongs to
//     who changed it, and counts as foreign. A file that is written again is
//     replaced.
//   - Write first writes .incomplete.json, the list of the files before and
//     after, then removes provenance.json, then writes the files, each whole or
//     not at all, then removes what is stale, writes provenance.json and removes
//     .incomplete.json.
//   - A folder without provenance.json is an interrupted run when it has
//     .incomplete.json, or when it holds nothing but names that this run writes
//     and either a page of ours among them or the very bytes that would be
//     written. Write goes on, and [Folder.Interrupted] says so.
//   - Force writes beside foreign files, and over those in the way; it removes
//     none, and never follows a symbolic link.
//
// One run at a time writes to a folder. A Folder is not safe for concurrent use.
type Folder struct {
	dir         string
	force       bool
	files       map[string][]byte
	interrupted bool
}

// OpenFolder looks at an output folder, which need not exist yet, and refuses
// one that cannot be written by the rules of [Folder]. It changes nothing, so
// that a program can ask before its long work; [Folder.Write] looks again.
func OpenFolder(dir string, force bool) (*Folder, error) {
	f := &Folder{dir: dir, force: force, files: map[string][]byte{}}
	if dir == "" {
		return nil, fmt.Errorf("notebook: output folder without a name")
	}
	info, err := os.Stat(dir)
	switch {
	case os.IsNotExist(err):
		return f, nil
	case err != nil:
		return nil, fmt.Errorf("notebook: output folder %s: %w", dir, cause(err))
	case !info.IsDir():
		return nil, fmt.Errorf("notebook: output folder %s is not a folder", dir)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("notebook: output folder %s: %w", dir, cause(err))
	}
	defer root.Close()
	found, err := f.scan(root)
	if err != nil {
		return nil, err
	}
	f.interrupted = found.begun
	return f, nil
}

// Dir is the name that the folder was opened by.
func (f *Folder) Dir() string { return f.dir }

// Interrupted tells whether the folder holds what an interrupted run left
// behind. Without .incomplete.json it is known only after [Folder.Write].
func (f *Folder) Interrupted() bool { return f.interrupted }

// Add takes what write writes as the file name, such as "tables.xlsx" or
// "charts/map.svg": lower-case letters, digits and hyphens, at most one folder.
// A name can be added twice only with the same bytes.
func (f *Folder) Add(name string, write func(w io.Writer) error) error {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return fmt.Errorf("notebook: %s: %w", name, err)
	}
	return f.add(name, b.Bytes())
}

func (f *Folder) add(name string, data []byte) error {
	if err := checkPath(name); err != nil {
		return fmt.Errorf("notebook: %w", err)
	}
	if old, ok := f.files[name]; ok && !bytes.Equal(old, data) {
		return fmt.Errorf("notebook: two different files %s", name)
	}
	f.files[name] = data
	return nil
}

// planned is the sorted names of the files of this run.
func (f *Folder) planned() []string { return slices.Sorted(maps.Keys(f.files)) }
