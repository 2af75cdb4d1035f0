package main

import (
	"embed"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"runtime"
	"strings"
)

//go:embed data.go sectorcharts.go projectioncharts.go
var sources embed.FS

// source returns the Go code of a function of this program. It goes by the function
// itself and not by a name written twice, so that the page cannot show another one.
func source(function any) (string, error) {
	full := runtime.FuncForPC(reflect.ValueOf(function).Pointer()).Name() // "main.jobs", "main.(*data).project"
	name := full[strings.LastIndex(full, ".")+1:]
	files, err := sources.ReadDir(".")
	if err != nil {
		return "", err
	}
	for _, f := range files {
		text, err := sources.ReadFile(f.Name())
		if err != nil {
			return "", err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, f.Name(), text, parser.ParseComments)
		if err != nil {
			return "", err
		}
		for _, d := range file.Decls {
			if d, ok := d.(*ast.FuncDecl); ok && d.Name.Name == name {
				begin := d.Pos()
				if d.Doc != nil {
					begin = d.Doc.Pos()
				}
				return string(text[set.Position(begin).Offset:set.Position(d.End()).Offset]), nil
			}
		}
	}
	return "", fmt.Errorf("gallery: the code of %s is in no file that is shown", full)
}
