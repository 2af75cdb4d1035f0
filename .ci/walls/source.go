package main

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// source checks what the files of p do with other packages' names. It goes by
// types, so a renamed import or a variable called like a package deceives nobody.
func (all *packages) source(rows []row, p *listed) (found []string, err error) {
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range p.GoFiles {
		f, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Importer: importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		if mapped, ok := p.ImportMap[path]; ok {
			path = mapped
		}
		q := all.byPath[path]
		if q == nil || q.Export == "" {
			return nil, fmt.Errorf("no types of %s", path)
		}
		return os.Open(q.Export)
	})}
	self, err := config.Check(p.ImportPath, fset, files, info)
	if err != nil {
		return nil, err
	}

	folder := all.folder(p)
	at := find(rows, strings.TrimSuffix(folder, "_test"), p.Name == "main")
	for _, f := range files {
		test := strings.HasSuffix(fset.Position(f.Pos()).Filename, "_test.go")
		report := func(n ast.Node, format string, args ...any) {
			at := fset.Position(n.Pos())
			found = append(found, fmt.Sprintf("%s/%s:%d: ", strings.TrimSuffix(folder, "_test"), filepath.Base(at.Filename), at.Line)+fmt.Sprintf(format, args...))
		}
		set := func(e ast.Expr) {
			if v := foreignVariable(info, self, e); v != nil && (!test || !all.standard(v)) {
				report(e, "sets or hands out %s.%s; nobody changes another package's variable", v.Pkg().Path(), v.Name())
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				if n.Tok != token.DEFINE {
					for _, e := range n.Lhs {
						set(e)
					}
				}
			case *ast.IncDecStmt:
				set(n.X)
			case *ast.RangeStmt:
				if n.Tok == token.ASSIGN {
					set(n.Key)
					set(n.Value)
				}
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					set(n.X)
				}
			case *ast.Ident:
				switch obj := info.Uses[n].(type) {
				case *types.Func:
					if isPackageLevel(obj) && obj.Pkg().Path() == gocsv && strings.HasPrefix(obj.Name(), "Set") {
						report(n, "uses gocsv.%s, a setting for the whole program", obj.Name())
					}
					if isPackageLevel(obj) && obj.Pkg().Path() == "fmt" && strings.HasPrefix(obj.Name(), "Print") && !test && at >= 0 && rows[at].compute {
						report(n, "uses fmt.%s; compute packages do not print", obj.Name())
					}
				case *types.Builtin:
					if (obj.Name() == "print" || obj.Name() == "println") && !test && at >= 0 && rows[at].compute {
						report(n, "uses %s; compute packages do not print", obj.Name())
					}
				}
			}
			return true
		})
	}
	return found, nil
}

// foreignVariable returns the package-level variable of another package that e
// is, is a part of, or is reached from; nil if there is none.
func foreignVariable(info *types.Info, self *types.Package, e ast.Expr) *types.Var {
	for e != nil {
		var name *ast.Ident
		switch x := e.(type) {
		case *ast.Ident:
			name, e = x, nil
		case *ast.SelectorExpr:
			name, e = x.Sel, x.X
		case *ast.ParenExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		default:
			return nil
		}
		if name == nil {
			continue
		}
		if v, ok := info.Uses[name].(*types.Var); ok && isPackageLevel(v) && v.Pkg() != self {
			return v
		}
	}
	return nil
}

func isPackageLevel(obj types.Object) bool {
	return obj.Pkg() != nil && obj.Parent() == obj.Pkg().Scope()
}

func (all *packages) standard(v *types.Var) bool {
	q := all.byPath[v.Pkg().Path()]
	return q != nil && q.Standard
}
