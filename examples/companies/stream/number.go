package stream

import "strconv"

// appendFTE prints a count of quarters with as few decimals as it needs.
func appendFTE(dst []byte, f figure, danish bool) []byte {
	if f.status != known {
		return appendUnknown(dst, f.status)
	}
	dst = appendWhole(dst, f.n/4, danish)
	if f.n%4 == 0 {
		return dst
	}
	decimal := byte('.')
	if danish {
		decimal = ','
	}
	return append(append(dst, decimal), [4]string{"", "25", "5", "75"}[f.n%4]...)
}

func appendKroner(dst []byte, f figure, danish bool) []byte {
	if f.status != known {
		return appendUnknown(dst, f.status)
	}
	return appendWhole(dst, f.n, danish)
}

// appendWhole prints a whole number that is not negative.
func appendWhole(dst []byte, n int64, danish bool) []byte {
	if !danish || n < 1000 {
		return strconv.AppendInt(dst, n, 10)
	}
	dst = appendWhole(dst, n/1000, danish)
	last := n % 1000
	return append(dst, '.', byte('0'+last/100), byte('0'+last/10%10), byte('0'+last%10))
}

// appendUnknown prints what stands in place of a figure: nothing for a missing
// one, two dots for a suppressed one, as in Danish and Nordic statistics.
func appendUnknown(dst []byte, s status) []byte {
	if s == suppressed {
		return append(dst, ".."...)
	}
	return dst
}
