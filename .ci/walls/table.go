package main

import (
	"slices"
	"strings"
)

// Modules that the tree may import. A new one is a line here and in the table,
// and so a decision.
const (
	gonum     = "gonum.org/v1/gonum"
	plot      = "gonum.org/v1/plot"
	image     = "golang.org/x/image" // the fonts and pictures gonum/plot is made of
	gocsv     = "github.com/gocarina/gocsv"
	xtext     = "golang.org/x/text"
	zstd      = "github.com/klauspost/compress"
	goldmark  = "github.com/yuin/goldmark"
	workbooks = "github.com/xuri/excelize/v2"
	progress  = "github.com/schollz/progressbar/v3"
	terminal  = "golang.org/x/term"
)

// A row is a line of the table: folders that may import the standard library,
// the folders of the rows above it, and modules.
type row struct {
	folders []string
	modules []string
	compute bool // never draws, reads files, prints or opens connections
}

// table is the table of CONTRIBUTING.md in full, in its order.
func table() []row {
	return []row{
		{folders: []string{"growth/locale"}, compute: true},
		{folders: []string{"growth"}, modules: []string{gonum}, compute: true},
		{folders: []string{"sector"}, modules: []string{gonum}, compute: true},
		{folders: []string{"sector/structure"}, modules: []string{gonum}, compute: true},
		{folders: []string{"sector/dynamics"}, modules: []string{gonum}, compute: true},
		{folders: []string{"sector/disclosure"}, modules: []string{gonum}, compute: true},
		{folders: []string{"projection"}, modules: []string{gonum}, compute: true},
		{folders: []string{"projection/forecast"}, modules: []string{gonum}, compute: true},
		{folders: []string{"projection/reconcile", "projection/inputoutput"}, modules: []string{gonum}, compute: true},
		{folders: []string{"sector/sectorcsv"}, modules: []string{gocsv, xtext, zstd}},
		{folders: []string{"sector/sectorsql"}},
		{folders: []string{"growth/growthplot"}, modules: []string{plot, image}},
		{folders: []string{"sector/sectorplot", "projection/projectionplot"}, modules: []string{plot, image}},
		{folders: []string{"examples/notebook"}, modules: []string{goldmark}},
		{folders: []string{"examples/notebook/workbook"}, modules: []string{workbooks}},
		{folders: []string{"examples/companies/stream"}},
		{folders: []string{"examples/command"}, modules: []string{progress, terminal}},
		{folders: []string{"examples/dynamics/chapter", "examples/headline/chapter", "examples/outlook/chapter", "examples/structure/chapter"}},
		{folders: []string{anyExample}, modules: allModules()},
	}
}

// anyExample stands for every folder right below examples that is a program.
const anyExample = "examples/<name>"

func allModules() []string {
	return []string{gonum, plot, image, gocsv, xtext, zstd, goldmark, workbooks, progress, terminal}
}

// testModules are imported by tests only, the drivers of databases for example.
func testModules() []string {
	return nil
}

// find returns the row of a folder and its place in the table, or -1.
func find(rows []row, folder string, program bool) int {
	if name, ok := strings.CutPrefix(folder, "examples/"); ok && program && !strings.Contains(name, "/") {
		folder = anyExample
	}
	return slices.IndexFunc(rows, func(r row) bool { return slices.Contains(r.folders, folder) })
}

// layer is the place of a folder's first element in the way of the data, which
// imports never follow: growth, sector, projection, examples.
func layer(folder string) int {
	first, _, _ := strings.Cut(folder, "/")
	return slices.Index([]string{"growth", "sector", "projection", "examples"}, first)
}

// outOfCompute reports whether path may not be among the dependencies of a
// compute package, however far away.
func outOfCompute(path string) bool {
	if path == "net" || path == "database/sql" {
		return true
	}
	return slices.ContainsFunc([]string{plot, gocsv, xtext}, func(m string) bool { return within(path, m) })
}

// touchesFiles reports whether the standard package path is one that a compute
// package may not import itself, though others it needs do.
func touchesFiles(path string) bool {
	return slices.ContainsFunc([]string{"os", "io/ioutil", "log", "syscall", "path/filepath"}, func(p string) bool { return within(path, p) })
}

// within reports whether path is prefix or a package below it.
func within(path, prefix string) bool {
	rest, ok := strings.CutPrefix(path, prefix)
	return ok && (rest == "" || rest[0] == '/')
}
