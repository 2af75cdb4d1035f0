package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
)

// listed is what go list says of a package.
type listed struct {
	Dir        string
	ImportPath string
	Name       string
	ForTest    string // set for a package together with its tests
	Export     string // file with the types of what it exports
	Standard   bool
	DepOnly    bool
	Module     *struct {
		Path string
		Main bool
	}
	GoFiles      []string
	Imports      []string
	TestImports  []string
	XTestImports []string
	Deps         []string
	ImportMap    map[string]string
}

func (p *listed) own() bool { return p.Module != nil && p.Module.Main }

type packages struct {
	module string
	listed []*listed
	byPath map[string]*listed
}

// list asks for all packages of the module in dir, with tests and dependencies.
func list(dir string) (*packages, error) {
	out, err := goCommand(dir, "list", "-test", "-deps", "-export",
		"-json=Dir,ImportPath,Name,ForTest,Export,Standard,DepOnly,Module,GoFiles,Imports,TestImports,XTestImports,Deps,ImportMap", "./...")
	if err != nil {
		return nil, err
	}
	all := &packages{byPath: map[string]*listed{}}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		p := new(listed)
		if err := d.Decode(p); err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
		all.listed = append(all.listed, p)
		all.byPath[p.ImportPath] = p
		if p.own() {
			all.module = p.Module.Path
		}
	}
	return all, nil
}

// own returns the packages of the module itself, each also with its tests, but
// not the programs that go test makes of them.
func (all *packages) own() (ps []*listed) {
	for _, p := range all.listed {
		if p.own() && !p.DepOnly && !strings.HasSuffix(p.ImportPath, ".test") {
			ps = append(ps, p)
		}
	}
	return ps
}

// requirements checks go.mod.
func requirements(dir string) (found []string, err error) {
	out, err := goCommand(dir, "mod", "edit", "-json")
	if err != nil {
		return nil, err
	}
	var mod struct {
		Require []struct {
			Path     string
			Indirect bool
		}
		Replace []struct{ Old struct{ Path string } }
	}
	if err := json.Unmarshal(out, &mod); err != nil {
		return nil, err
	}
	for _, r := range mod.Require {
		if !r.Indirect && !slices.Contains(allModules(), r.Path) && !slices.Contains(testModules(), r.Path) {
			found = append(found, fmt.Sprintf("go.mod: requires %s, which the table of packages does not have", r.Path))
		}
	}
	for _, r := range mod.Replace {
		found = append(found, fmt.Sprintf("go.mod: replaces %s; no module that imports this one would follow", r.Old.Path))
	}
	return found, nil
}

func goCommand(dir string, args ...string) ([]byte, error) {
	c := exec.Command("go", args...)
	c.Dir = dir
	out, err := c.Output()
	if e, ok := errors.AsType[*exec.ExitError](err); ok {
		return nil, fmt.Errorf("go %s: %w\n%s", args[0], err, e.Stderr)
	}
	return out, err
}
