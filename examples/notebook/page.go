package notebook

import (
	"fmt"
	"strings"

	"smartcity/growth/locale"
)

// A Page is a document in one language.
type Page struct {
	Title    string          // required; plain text
	Subtitle string          // plain text, may be empty
	Lang     locale.Language // the zero value is English
	Blocks   []Block         // in reading order
	// Workbook is the name of a file beside the page that holds its tables, such as
	// "tables.xlsx": pages in a folder link to it below their title. The program adds
	// the file (see [Folder.Add]). Empty means there is none.
	Workbook string
}

// A Block is one part of a page: [Heading], [Prose], [KeyFigures], [Table],
// [Chart], [Note] or [Warning].
type Block interface {
	// check reports what is wrong with the block, naming it.
	check() error
}

// check reports the first thing that keeps the page from being rendered.
func (p Page) check() error {
	if strings.TrimSpace(p.Title) == "" {
		return fmt.Errorf("notebook: page without a title")
	}
	if p.Workbook != "" {
		if err := checkPath(p.Workbook); err != nil {
			return fmt.Errorf("notebook: workbook of %q: %w", p.Title, err)
		}
	}
	charts := map[string]bool{}
	for i, b := range p.Blocks {
		if b == nil {
			return fmt.Errorf("notebook: block %d of %q is nil", i+1, p.Title)
		}
		if err := b.check(); err != nil {
			return fmt.Errorf("notebook: block %d of %q: %w", i+1, p.Title, err)
		}
		if c, ok := b.(Chart); ok {
			if charts[c.Name] {
				return fmt.Errorf("notebook: block %d of %q: a second chart %q", i+1, p.Title, c.Name)
			}
			charts[c.Name] = true
		}
	}
	return nil
}

// checkName reports whether a name can be a file name everywhere: lower-case
// ASCII letters, digits and single hyphens, at most 64 of them. Such names
// cannot leave a folder and do not depend on the case rules of a file system.
func checkName(what, name string) error {
	ok := name != "" && len(name) <= 64 && name[0] != '-' && name[len(name)-1] != '-' && !strings.Contains(name, "--")
	for _, r := range name {
		ok = ok && ('a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '-')
	}
	if !ok {
		return fmt.Errorf("%s name %q: want lower-case letters, digits and hyphens", what, name)
	}
	return nil
}
