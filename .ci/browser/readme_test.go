package browser

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"
	"math"
	"os"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestReadme: the pictures of pages that the README shows are those of the pages as
// they are. UPDATE=1, which is what go generate sets, takes them anew.
func TestReadme(t *testing.T) {
	const width, height = 1000, 1250
	ctx := start(t)
	write := examples(t, "report")
	for _, test := range []struct {
		picture, lang, from string // a heading, "" the top
	}{
		{"page-en.png", "en", ""}, {"page-da.png", "da", "Hvor sikkert det er"},
	} {
		t.Run(test.picture, func(t *testing.T) {
			b := open(t, ctx, write(t, "report", "-lang", test.lang), true)
			b.size(width, height)
			top := 0.0
			if test.from != "" {
				top = eval[float64](b, `[...document.querySelectorAll("h2")].find(h => h.textContent == %s).getBoundingClientRect().top + scrollY - 24`, test.from)
			}
			whole, err := png.Decode(bytes.NewReader(run(b, chromedp.FullScreenshot(100))))
			if err != nil {
				t.Fatal(err)
			}
			shown := image.NewNRGBA(image.Rect(0, 0, width, height))
			draw.Draw(shown, shown.Bounds(), whole, whole.Bounds().Min.Add(image.Pt(0, int(top))), draw.Src)
			file := "../../examples/report/" + test.picture
			if os.Getenv("UPDATE") != "" {
				var out bytes.Buffer
				encoder := png.Encoder{CompressionLevel: png.BestCompression}
				if err := encoder.Encode(&out, shown); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			kept, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			defer kept.Close()
			golden, err := png.Decode(kept)
			if err != nil {
				t.Fatal(err)
			}
			if golden.Bounds() != shown.Bounds() {
				t.Fatalf("%s is %v, the page %v: go generate ./examples/report", file, golden.Bounds(), shown.Bounds())
			}
			b.keep(test.picture, encoded(t, shown))
			if d := apart(golden, shown); d > 4 {
				t.Errorf("%s is not the page any more, %.1f of 255 apart: go generate ./examples/report", file, d)
			}
		})
	}
}

func encoded(t *testing.T, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// apart is how far two pictures of one size differ, as the root mean square of the
// difference in brightness of squares so large that the edges of letters, which every
// version of a browser draws in its own way, do not count.
func apart(a, b image.Image) float64 {
	const side = 16
	r := a.Bounds()
	var sum, n float64
	for y := r.Min.Y; y < r.Max.Y; y += side {
		for x := r.Min.X; x < r.Max.X; x += side {
			square := image.Rect(x, y, x+side, y+side).Intersect(r)
			d := brightness(a, square) - brightness(b, square)
			sum, n = sum+d*d, n+1
		}
	}
	return math.Sqrt(sum / n)
}

func brightness(m image.Image, r image.Rectangle) float64 {
	var sum float64
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			red, green, blue, _ := m.At(x, y).RGBA()
			sum += 0.299*float64(red>>8) + 0.587*float64(green>>8) + 0.114*float64(blue>>8)
		}
	}
	return sum / float64(r.Dx()*r.Dy())
}
