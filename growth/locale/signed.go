package locale

import "strings"

// Signed is the text of a number x as that of a change: with a plus sign before
// it where x is above zero and the text does not round it to zero. What comes
// out of the methods of [Language] has the minus sign already.
func Signed(x float64, text string) string {
	if x > 0 && strings.ContainsAny(text, "123456789") {
		return "+" + text
	}
	return text
}
