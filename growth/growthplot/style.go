package growthplot

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/vg"

	"smartcity/growth/locale"
)

// A Style is how a figure looks. The zero value is the standard figure: paper
// theme, English, 600 × 375 pt (800 × 500 CSS pixels), pictures at 192 dots
// per inch.
type Style struct {
	Theme         Theme
	Lang          locale.Language
	Width, Height vg.Length // 225 × 168.75 pt is the smallest, 3000 pt the longest side
	DPI           int       // dots per inch of the PNG, 72 to 600
}

// The limits of a figure. Below the lower ones the text leaves no room for a
// chart.
const (
	minWidth, minHeight vg.Length = 225, 168.75
	maxSide             vg.Length = 3000
)

// fill puts the documented defaults in place of zeros, and makes the size a
// whole number of pixels, as resampled text would be soft.
func (s Style) fill() (Style, error) {
	if s.Theme.Background.A != 0xFF {
		s.Theme = Paper()
	}
	if s.Width == 0 {
		s.Width = 600
	}
	if s.Height == 0 {
		s.Height = 375
	}
	if s.DPI == 0 {
		s.DPI = 192
	}
	if !(s.Width >= minWidth && s.Height >= minHeight && s.Width <= maxSide && s.Height <= maxSide) {
		return s, fmt.Errorf("growthplot: figure of %v × %v pt: want %v × %v pt or more and no side over %v pt",
			float64(s.Width), float64(s.Height), float64(minWidth), float64(minHeight), float64(maxSide))
	}
	if s.DPI < 72 || s.DPI > 600 {
		return s, fmt.Errorf("growthplot: %d dots per inch: want 72 to 600", s.DPI)
	}
	pixel := s.pixel()
	s.Width = vg.Length(math.Round(float64(s.Width/pixel))) * pixel
	s.Height = vg.Length(math.Round(float64(s.Height/pixel))) * pixel
	return s, nil
}

// pixel is what rules and sizes are multiples of.
func (s Style) pixel() vg.Length {
	if s.DPI%96 == 0 {
		return vg.Inch / 96
	}
	return vg.Inch / vg.Length(s.DPI)
}

// Text is the words around a chart. A chart computes the title and the subtitle
// from its data where they are empty.
type Text struct {
	Title    string // the finding, with a verb, without a full stop
	Subtitle string // measure, unit, place, period
	Subject  string // what a computed title is about, such as "Smart City"; may be empty
	Source   string // where the data are from, without the word "Source"; may be empty
	Note     string // what else the reader must know, set after the source
}
