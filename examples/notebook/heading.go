package notebook

import "fmt"

// A Heading opens a part of the page. Text is plain text, not Markdown.
type Heading struct {
	Level int // 2 to 4; 0 means 2. The title of the page is level 1.
	Text  string
}

func (h Heading) level() int {
	if h.Level == 0 {
		return 2
	}
	return h.Level
}

func (h Heading) check() error {
	if l := h.level(); l < 2 || l > 4 {
		return fmt.Errorf("heading %q has level %d: want 2 to 4", h.Text, l)
	}
	if line(h.Text) == "" {
		return fmt.Errorf("heading without text")
	}
	return nil
}
