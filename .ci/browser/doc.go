// Package browser opens the pages of the examples in a real browser, headless, and
// looks whether they work: see the tests. It is a module of its own, so that the
// driver of the browser stays out of the library's go.mod, and so out of the
// modules of those who use it.
//
//	go -C .ci/browser test                                # from the root
//	go -C .ci/browser test -artifacts -outputdir /tmp     # keeps pictures and prints
package browser
