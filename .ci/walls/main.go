// Walls checks what the packages of this module import and call.
//
//	go run ./.ci/walls
//
// Each package is in the table (table.go) and imports only what its row says.
// Compute packages never draw, read files, print or open connections, neither
// themselves nor through what they import. Nobody sets a variable of another
// package, and nobody calls one of gocsv's package-wide setters. go.mod requires
// and replaces nothing else.
//
// It prints a line for each violation and exits with status 1 if there is one.
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
)

func main() {
	found, checked, err := check(".")
	if err != nil {
		fmt.Fprintln(os.Stderr, "walls:", err)
		os.Exit(1)
	}
	for _, v := range found {
		fmt.Println(v)
	}
	if len(found) > 0 {
		os.Exit(1)
	}
	fmt.Printf("walls: %d packages, each within its row\n", checked)
}

// check returns the violations in the module whose root is dir, sorted, and the
// number of its packages.
func check(dir string) (found []string, packages int, err error) {
	all, err := list(dir)
	if err != nil {
		return nil, 0, err
	}
	found, err = requirements(dir)
	if err != nil {
		return nil, 0, err
	}
	rows := table()
	for _, p := range all.own() {
		if p.ForTest == "" {
			packages++
			found = append(found, all.imports(rows, p)...)
		}
		more, err := all.source(rows, p)
		if err != nil {
			return nil, 0, err
		}
		found = append(found, more...)
	}
	if packages == 0 {
		return nil, 0, fmt.Errorf("no package found in %s", dir)
	}
	slices.Sort(found)
	return slices.Compact(found), packages, nil
}

// imports checks the import lists of p against the table.
func (all *packages) imports(rows []row, p *listed) (found []string) {
	folder := all.folder(p)
	at := find(rows, folder, p.Name == "main")
	if at < 0 {
		return []string{folder + ": not in the table of packages (.ci/walls/table.go)"}
	}
	for _, path := range p.Imports {
		q := all.byPath[path]
		switch {
		case path == "C":
			found = append(found, folder+": imports C; a machine with Go only could not build it")
		case q == nil:
			found = append(found, fmt.Sprintf("%s: imports %s, which go list does not know", folder, path))
		case q.Standard:
			if rows[at].compute && touchesFiles(path) {
				found = append(found, fmt.Sprintf("%s: imports %s; compute packages read no files and print nothing", folder, path))
			}
		case q.own():
			to := all.folder(q)
			if i := find(rows, to, q.Name == "main"); i >= at || layer(to) > layer(folder) {
				found = append(found, fmt.Sprintf("%s: imports %s, which does not stand above it", folder, to))
			}
		case !slices.Contains(rows[at].modules, q.Module.Path):
			found = append(found, fmt.Sprintf("%s: imports %s of module %s, which its row does not have", folder, path, q.Module.Path))
		}
	}
	for _, path := range slices.Concat(p.TestImports, p.XTestImports) {
		q := all.byPath[path]
		if q == nil || q.Standard || q.own() {
			continue
		}
		if !slices.Contains(allModules(), q.Module.Path) && !slices.Contains(testModules(), q.Module.Path) {
			found = append(found, fmt.Sprintf("%s: its tests import %s of module %s, which the table does not have", folder, path, q.Module.Path))
		}
	}
	if rows[at].compute {
		for _, path := range p.Deps {
			if outOfCompute(path) {
				found = append(found, fmt.Sprintf("%s: depends on %s; compute packages never draw, read files or open connections", folder, path))
			}
		}
	}
	return found
}

// folder returns the folder of a package of this module, relative to its root
// and with slashes.
func (all *packages) folder(p *listed) string {
	path, _, _ := strings.Cut(p.ImportPath, " ") // "p [p.test]"
	if path == all.module {
		return "."
	}
	return strings.TrimPrefix(path, all.module+"/")
}
