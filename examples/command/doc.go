// Package command is what the example programs have in common as commands: the
// flags that say how a company file is read, one-line errors, a progress bar for
// those who watch, and the way of a page to the terminal and into a folder.
//
//  1. [Main] runs a program until it ends or is interrupted. [Parse] parses its flags:
//     an error is one line, the list of flags comes with -h.
//  2. [Reading] is the flags that stand for [sectorcsv.Options].
//  3. [Reading.Companies] reads the company file with them; [Progress] shows how far
//     a long read has come, on a terminal only.
//  4. [Show] prints a page, in colour on a terminal, and [Write] writes it with its
//     tables into a folder; [Warning] puts a warning into words, and [FanTable] the
//     figures of a simulation.
package command
