package main

import (
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	const (
		pass = `{"Action":"output","Package":"p","Test":"TestA","Output":"=== RUN   TestA\n"}
{"Action":"pass","Package":"p","Test":"TestA"}
`
		skip = `{"Action":"output","Package":"p","Test":"TestB","Output":"=== RUN   TestB\n"}
{"Action":"output","Package":"p","Test":"TestB","Output":"    b_test.go:3: the shared folder is not here\n"}
{"Action":"output","Package":"p","Test":"TestB","Output":"--- SKIP: TestB (0.00s)\n"}
{"Action":"skip","Package":"p","Test":"TestB"}
`
		fail = `{"Action":"output","Package":"p","Test":"TestC","Output":"    c_test.go:3: wrong\n"}
{"Action":"fail","Package":"p","Test":"TestC"}
`
		build = `{"ImportPath":"p","Action":"build-output","Output":"a.go:1: undefined: x\n"}
{"ImportPath":"p","Action":"build-fail"}
{"Action":"fail","Package":"p","FailedBuild":"p"}
`
		none = `{"Action":"output","Package":"q","Output":"?   \tq\t[no test files]\n"}
{"Action":"skip","Package":"q"}
`
		end = `{"Action":"output","Package":"p","Output":"PASS\n"}
{"Action":"output","Package":"p","Output":"ok  \tp\t0.1s\n"}
{"Action":"pass","Package":"p"}
`
	)
	for _, test := range []struct {
		name, in, accept string
		out, err         string // what they hold; no error if empty
	}{
		{"passed", pass + none + end, "", "ok  \tp\t0.1s\n1 tests and subtests passed, 0 skipped", ""},
		{"skipped", pass + skip + end, "", "skipped, NOT accepted: p TestB: b_test.go:3: the shared folder is not here", "1 skips that are not accepted"},
		{"accepted", pass + skip + end, "the shared folder", "skipped, accepted: p TestB", ""},
		{"another reason", pass + skip + end, "no browser", "NOT accepted", "1 skips that are not accepted"},
		{"failed", pass + fail + end, ".", "c_test.go:3: wrong", "tests failed"},
		{"not built", build, ".", "undefined: x", "tests failed"},
		{"nothing", none, ".", "[no test files]", "no test ran"},
		{"something else", "go: no such tool", ".", "", "not the output of go test -json"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out strings.Builder
			err := run(&out, strings.NewReader(test.in), test.accept)
			if !strings.Contains(out.String(), test.out) {
				t.Errorf("got %q, want %q in it", out.String(), test.out)
			}
			if test.err == "" && err != nil || test.err != "" && (err == nil || !strings.Contains(err.Error(), test.err)) {
				t.Errorf("got error %v, want %q", err, test.err)
			}
		})
	}
}
