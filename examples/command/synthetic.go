package command

import "path/filepath"

// Synthetic reports whether a file is one of those made up for tests and examples,
// which stand in a folder called testdata.
func Synthetic(path string) bool {
	path, err := filepath.Abs(path)
	return err == nil && filepath.Base(filepath.Dir(path)) == "testdata"
}
