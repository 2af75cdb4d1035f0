package growthplot

import (
	"image/color"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/font/liberation"
	"gonum.org/v1/plot/vg"
)

// A Theme is the colours, the typeface and the sizes of type of a figure.
// Colours are opaque; a theme whose Background is not is not filled in, and
// stands for [Paper]. To change a theme, change a copy.
type Theme struct {
	Background color.RGBA // page, halos, casing of lines and dots
	Ink        color.RGBA // titles
	Text       color.RGBA // labels, values, axis and zero lines
	Muted      color.RGBA // subtitle, ticks, source, secondary labels
	Grid       color.RGBA // grid rules only
	GreyMark   color.RGBA // bars and lines that are not highlighted, leader lines
	GreyText   color.RGBA // labels of greyed series, dashed reference lines

	Blue         color.RGBA // main series, first highlight
	Vermilion    color.RGBA // target, second highlight, negative
	Amber        color.RGBA // third component; fills only, never text
	MidBlue      color.RGBA // positive contributions
	InnerBand    color.RGBA // inner band, ordinary bubbles
	OuterBand    color.RGBA // outer band, scenario band
	Neutral      color.RGBA // neutral component of stacked bars
	NegativeBand color.RGBA // scenario band of something that falls

	// Heat are the classes of a heat map: two below the middle, the lowest first,
	// the middle, and three above it.
	Heat [6]color.RGBA

	// Typeface and Variant name a face of Fonts that is there in regular and
	// bold; Fonts is nil for the Liberation fonts, which every program that
	// uses gonum/plot has in it.
	Typeface font.Typeface
	Variant  font.Variant
	Fonts    font.Collection

	Title    Type // made smaller where a title would take more than two lines
	Subtitle Type
	Value    Type // value at the end of a line, headline of an annotation
	Name     Type // name below such a value
	Category Type // category labels, values of bars
	Tick     Type
	Note     Type // annotations
	Source   Type
}

// A Type is a size of type and its weight.
type Type struct {
	Size vg.Length
	Bold bool
}

// MinSize is the smallest type of the house style: 8 pt prints as 6.4 pt where
// a standard figure is 170 mm wide.
const MinSize vg.Length = 8

// Paper is the theme for print and for white pages.
func Paper() Theme {
	t := Theme{
		Background:   rgb(0xFFFFFF),
		Ink:          rgb(0x15191E),
		Text:         rgb(0x343B43),
		Muted:        rgb(0x5F6871),
		Grid:         rgb(0xD9DFE4),
		GreyMark:     rgb(0xB3BAC1),
		GreyText:     rgb(0x6B737B),
		Blue:         rgb(0x0B5A8F),
		Vermilion:    rgb(0xC8421F),
		Amber:        rgb(0xE3A43B),
		MidBlue:      rgb(0x5B9BC8),
		InnerBand:    rgb(0xA6C9E2),
		OuterBand:    rgb(0xE1ECF5),
		Neutral:      rgb(0xC8CED4),
		NegativeBand: rgb(0xF3CDBF),
		Heat:         [6]color.RGBA{rgb(0xD98A5F), rgb(0xF2D3BF), rgb(0xEEF0F1), rgb(0xBBD6E9), rgb(0x5B9BC8), rgb(0x0B5A8F)},
	}
	t.setType()
	return t
}

// Dark is the theme for dark screens.
func Dark() Theme {
	t := Theme{
		Background:   rgb(0x12171C),
		Ink:          rgb(0xF3F5F7),
		Text:         rgb(0xD5DADF),
		Muted:        rgb(0xA0A9B2),
		Grid:         rgb(0x333C45),
		GreyMark:     rgb(0x525C66),
		GreyText:     rgb(0x98A1AA),
		Blue:         rgb(0x7CC4F2),
		Vermilion:    rgb(0xF47B50),
		Amber:        rgb(0xFBDF9A),
		MidBlue:      rgb(0x3F7FB0),
		InnerBand:    rgb(0x2B567A),
		OuterBand:    rgb(0x1B3346),
		Neutral:      rgb(0x525C66),
		NegativeBand: rgb(0x4A2A20),
		Heat:         [6]color.RGBA{rgb(0xC06A45), rgb(0x5E3626), rgb(0x232D36), rgb(0x24496B), rgb(0x4A8CBF), rgb(0x7CC4F2)},
	}
	t.setType()
	return t
}

func (t *Theme) setType() {
	t.Typeface, t.Variant = "Liberation", "Sans"
	t.Title = Type{15.5, true}
	t.Subtitle = Type{10, false}
	t.Value = Type{10, true}
	t.Name = Type{8.5, false}
	t.Category = Type{9.5, false}
	t.Tick = Type{9, false}
	t.Note = Type{9, false}
	t.Source = Type{MinSize, false}
}

// fonts is where the faces are looked up. The Liberation collection is parsed
// once by its package and only read afterwards.
func (t *Theme) fonts() font.Collection {
	if t.Fonts != nil {
		return t.Fonts
	}
	return liberation.Collection()
}

func rgb(hex uint32) color.RGBA {
	return color.RGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}
