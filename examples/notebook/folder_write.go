package notebook

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// Write puts the files of the folder on disk, provenance.json last. By the
// rules of [Folder], what it leaves when it fails or is killed is either the
// folder as it was or an interrupted run, with every file whole.
func (f *Folder) Write(p Provenance) error {
	own := make([]fileRecord, 0, len(f.files))
	for _, name := range f.planned() {
		own = append(own, fileRecordOf(name, f.files[name]))
	}
	complete, err := record{completeFormat, thisModule(), p.Input, p.Detected, p.Counts, p.Assumptions, own}.encode()
	if err != nil {
		return fmt.Errorf("notebook: %s: %w", completeName, err)
	}
	if err := os.MkdirAll(f.dir, 0o777); err != nil {
		return fmt.Errorf("notebook: output folder %s: %w", f.dir, cause(err))
	}
	root, err := os.OpenRoot(f.dir)
	if err != nil {
		return fmt.Errorf("notebook: output folder %s: %w", f.dir, cause(err))
	}
	defer root.Close()
	s, err := f.scan(root)
	if err != nil {
		return err
	}
	f.interrupted = s.begun
	if s.strangers {
		if err := f.adopt(root, s); err == nil {
			f.interrupted = true
		} else if !f.force {
			return err
		}
	}
	stale, err := f.stale(root, s)
	if err != nil {
		return err
	}
	if err := f.checkTargets(root); err != nil {
		return err
	}
	list := slices.Clone(own)
	for _, name := range slices.Sorted(maps.Keys(s.known)) {
		for _, r := range s.known[name] {
			if !slices.Contains(list, r) {
				list = append(list, r)
			}
		}
	}
	incomplete, err := record{Format: incompleteFormat, Files: list}.encode()
	if err != nil {
		return fmt.Errorf("notebook: %w", err)
	}
	return f.commit(root, incomplete, complete, append(stale, s.partial...))
}

// commit makes the changes, in the order that lets the next run tell how far
// this one came.
func (f *Folder) commit(root *os.Root, incomplete, complete []byte, remove []string) error {
	if err := writeFile(root, incompleteName, incomplete); err != nil {
		return fmt.Errorf("notebook: cannot write to output folder %s: %w", f.dir, cause(err))
	}
	fail := func(name string, err error) error {
		return fmt.Errorf("notebook: %s: %w", filepath.Join(f.dir, filepath.FromSlash(name)), cause(err))
	}
	if err := removeFile(root, completeName); err != nil {
		return fail(completeName, err)
	}
	syncDir(root, ".")
	dirs := map[string]bool{}
	for _, name := range f.planned() {
		if dir := path.Dir(name); !dirs[dir] {
			dirs[dir] = true
			if err := root.Mkdir(dir, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
				return fail(dir, err)
			}
		}
		if err := writeFile(root, name, f.files[name]); err != nil {
			return fail(name, err)
		}
	}
	for _, name := range remove {
		if err := removeFile(root, name); err != nil {
			return fail(name, err)
		}
		if dir := path.Dir(name); dir != "." && !dirs[dir] {
			_ = root.Remove(dir) // succeeds for the last file in it
		}
	}
	for _, dir := range slices.Sorted(maps.Keys(dirs)) {
		syncDir(root, dir)
	}
	if err := writeFile(root, completeName, complete); err != nil {
		return fail(completeName, err)
	}
	syncDir(root, ".")
	if err := removeFile(root, incompleteName); err != nil {
		return fail(incompleteName, err)
	}
	return nil
}

// stale finds our files that this run does not write again. One that was
// changed is foreign; force leaves it alone.
func (f *Folder) stale(root *os.Root, s *found) ([]string, error) {
	var stale []string
	for _, name := range s.present {
		if _, again := f.files[name]; again || s.strangers {
			continue
		}
		data, err := root.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("notebook: %s: %w", filepath.Join(f.dir, filepath.FromSlash(name)), cause(err))
		}
		if slices.ContainsFunc(s.known[name], func(r fileRecord) bool { return r.SHA256 == hashOf(data) }) {
			stale = append(stale, name)
		} else if !f.force {
			return nil, &ForeignError{f.dir, name, "was changed since it was written"}
		}
	}
	return stale, nil
}

// checkTargets finds what even force cannot write over, before anything is
// touched: a folder where a file goes, or something else where a folder goes.
func (f *Folder) checkTargets(root *os.Root) error {
	for _, name := range append(f.planned(), completeName, incompleteName) {
		if info, err := root.Lstat(name); err == nil && info.IsDir() {
			return &ForeignError{f.dir, name, "is a folder where a file is to be written"}
		}
		if dir := path.Dir(name); dir != "." {
			if info, err := root.Lstat(dir); err == nil && !info.IsDir() {
				return &ForeignError{f.dir, dir, "is not a folder, where one is needed"}
			}
		}
	}
	return nil
}

// writeFile writes a file under a temporary name, sees it on disk, and renames
// it. A rename replaces a symbolic link and does not follow it.
func writeFile(root *os.Root, name string, data []byte) error {
	temporary := path.Join(path.Dir(name), "."+path.Base(name)+"."+rand.Text()+".partial")
	file, err := root.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	err = errors.Join(err, file.Sync(), file.Close())
	if err == nil {
		err = root.Rename(temporary, name)
	}
	if err != nil {
		_ = root.Remove(temporary)
	}
	return err
}

func removeFile(root *os.Root, name string) error {
	if err := root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// syncDir sees renames in a folder on disk, where the system can do that.
func syncDir(root *os.Root, dir string) {
	if d, err := root.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}
