// Skips reads what go test -json prints and fails if a test was skipped.
//
//	go test -json ./... | go run ./.ci/skips -accept 'the shared folder'
//
// It prints the line of each package, all that failing tests said, and each skip
// with its reason. A skip is accepted if its reason matches -accept. No test run
// at all is a failure too.
package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
)

func main() {
	accept := flag.String("accept", "", "accept skips whose reason matches `regexp`")
	flag.Parse()
	if err := run(os.Stdout, os.Stdin, *accept); err != nil {
		fmt.Fprintln(os.Stderr, "skips:", err)
		os.Exit(1)
	}
}

// event is a line of go test -json (go doc test2json).
type event struct {
	Action      string
	Package     string
	Test        string
	ImportPath  string // of build-output
	Output      string
	FailedBuild string
}

func run(w io.Writer, r io.Reader, accept string) error {
	accepted, err := regexp.Compile(accept)
	if err != nil {
		return err
	}
	said := map[[2]string]*strings.Builder{} // by package and test, until it ends
	var skipped []string
	passed, failed, refused := 0, 0, 0
	for d := json.NewDecoder(r); ; {
		var e event
		if err := d.Decode(&e); err == io.EOF {
			break
		} else if err != nil {
			return fmt.Errorf("not the output of go test -json: %w", err)
		}
		key := [2]string{e.Package, e.Test}
		if said[key] == nil {
			said[key] = new(strings.Builder)
		}
		switch e.Action {
		case "output":
			said[key].WriteString(e.Output)
			continue
		case "build-output":
			fmt.Fprint(w, e.Output)
			continue
		case "pass", "fail", "skip":
		default:
			continue
		}
		text := said[key].String()
		delete(said, key)
		switch {
		case e.Action == "fail":
			failed++
			fmt.Fprint(w, text)
		case e.Test == "": // a package, with its line last; skip means no test files
			lines := strings.Split(strings.TrimSpace(text), "\n")
			fmt.Fprintln(w, lines[len(lines)-1])
		case e.Action == "pass":
			passed++
		case e.Action == "skip":
			why := reason(text)
			verdict := "accepted"
			if accept == "" || !accepted.MatchString(why) {
				refused++
				verdict = "NOT accepted"
			}
			skipped = append(skipped, fmt.Sprintf("skipped, %s: %s %s: %s", verdict, e.Package, e.Test, cmp.Or(why, "no reason given")))
		}
	}
	slices.Sort(skipped)
	for _, s := range skipped {
		fmt.Fprintln(w, s)
	}
	fmt.Fprintf(w, "%d tests and subtests passed, %d skipped\n", passed, len(skipped))
	switch {
	case failed > 0:
		return errors.New("tests failed")
	case refused > 0:
		return fmt.Errorf("%d skips that are not accepted", refused)
	case passed == 0:
		return errors.New("no test ran")
	}
	return nil
}

// reason returns what a skipped test said, without the lines of go test itself.
func reason(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "===") && !strings.HasPrefix(line, "--- SKIP") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, " ")
}
