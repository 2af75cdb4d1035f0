package notebook

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// A ForeignError says that an output folder holds something that is not of our
// writing.
type ForeignError struct {
	Dir    string // the folder, as it was given
	Name   string // what is in it, with slashes
	Reason string // what is wrong with it
}

func (e *ForeignError) Error() string {
	return fmt.Sprintf("output folder %s holds %q, which %s: choose another folder, or force it to be written", e.Dir, e.Name, e.Reason)
}

// cause takes the system call and the path off an error: the message names the
// path its own way.
func cause(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	if e, ok := errors.AsType[*os.LinkError](err); ok {
		return e.Err
	}
	return err
}
