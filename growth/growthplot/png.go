package growthplot

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"slices"

	"gonum.org/v1/plot/vg/vgimg"
)

// PNG writes the figure as a picture of 256 colours with its density, so that
// a word processor shows it in its true size.
func (g *Page) PNG(w io.Writer) error {
	c := vgimg.NewWith(vgimg.UseWH(g.pen.Style.Width, g.pen.Style.Height), vgimg.UseDPI(g.pen.Style.DPI))
	g.draw(c)
	var buf bytes.Buffer
	// The best compression saves 4 % of the bytes and takes twice the time.
	enc := png.Encoder{CompressionLevel: png.DefaultCompression}
	if err := enc.Encode(&buf, palettized(c.Image().(*image.RGBA))); err != nil {
		return fmt.Errorf("growthplot: %w", err)
	}
	out, err := withDensity(buf.Bytes(), g.pen.Style.DPI)
	if err != nil {
		return err
	}
	_, err = w.Write(out)
	return err
}

// palettized reduces a picture to its 256 most frequent colours; what is left
// are shades at the edges of letters, which take the nearest.
func palettized(img *image.RGBA) *image.Paletted {
	counts := map[[4]uint8]int{}
	bounds := img.Bounds()
	pixels := func(yield func(i int, px [4]uint8, run int)) {
		n := bounds.Dx() * bounds.Dy()
		for i := 0; i < n; {
			px := [4]uint8(img.Pix[4*i:])
			run := 1
			for i+run < n && [4]uint8(img.Pix[4*(i+run):]) == px {
				run++
			}
			yield(i, px, run)
			i += run
		}
	}
	pixels(func(_ int, px [4]uint8, run int) { counts[px] += run })

	colours := make([][4]uint8, 0, len(counts))
	for px := range counts {
		colours = append(colours, px)
	}
	slices.SortFunc(colours, func(a, b [4]uint8) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), slices.Compare(a[:], b[:]))
	})
	index := make(map[[4]uint8]uint8, len(colours))
	var palette color.Palette
	for i, px := range colours {
		if i < 256 {
			palette = append(palette, color.RGBA{px[0], px[1], px[2], px[3]})
			index[px] = uint8(i)
			continue
		}
		index[px] = nearest(colours[:256], px)
	}
	out := image.NewPaletted(bounds, palette)
	pixels(func(i int, px [4]uint8, run int) {
		n := index[px]
		for j := range run {
			out.Pix[i+j] = n
		}
	})
	return out
}

func nearest(colours [][4]uint8, px [4]uint8) uint8 {
	best, distance := 0, math.MaxInt
	for i, c := range colours {
		d := 0
		for k := range c {
			d += (int(c[k]) - int(px[k])) * (int(c[k]) - int(px[k]))
		}
		if d < distance {
			best, distance = i, d
		}
	}
	return uint8(best)
}

// withDensity inserts a pHYs chunk after the header, which the encoder of the
// standard library does not write.
func withDensity(b []byte, dpi int) ([]byte, error) {
	const header = 8 + 8 + 13 + 4 // signature, then IHDR with length, type, data and sum
	if len(b) < header {
		return nil, errors.New("growthplot: PNG is too short")
	}
	perMetre := uint32(math.Round(float64(dpi) / 0.0254))
	chunk := []byte("pHYs")
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = append(chunk, 1) // the unit is the metre
	sum := crc32.ChecksumIEEE(chunk)

	out := make([]byte, 0, len(b)+8+len(chunk))
	out = append(out, b[:header]...)
	out = binary.BigEndian.AppendUint32(out, 9)
	out = append(out, chunk...)
	out = binary.BigEndian.AppendUint32(out, sum)
	return append(out, b[header:]...), nil
}
