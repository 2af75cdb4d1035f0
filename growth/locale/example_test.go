package locale_test

import (
	"errors"
	"fmt"
	"strings"

	"smartcity/growth/locale"
)

// show prints no-break spaces as ordinary ones.
func show(s string) { fmt.Println(strings.ReplaceAll(s, "\u00a0", " ")) }

func ExampleLanguage_Number() {
	show(locale.English.Number(17600.5, 1))
	show(locale.Danish.Number(17600.5, 1))
	// Output:
	// 17,600.5
	// 17.600,5
}

func ExampleLanguage_Percent() {
	show(locale.English.Percent(0.125, 1))
	show(locale.Danish.Percent(0.125, 1))
	// Output:
	// 12.5%
	// 12,5 pct.
}

func ExampleLanguage_Money() {
	show(locale.English.Money(32e9, "DKK", locale.Billions, 0))
	show(locale.Danish.Money(32e9, "DKK", locale.Billions, 0))
	// Output:
	// DKK 32 bn
	// 32 mia. kr.
}

func ExampleMagnitudeOf() {
	revenuePerFTE := 32e9 / 17600
	show(locale.English.Money(revenuePerFTE, "DKK", locale.MagnitudeOf(revenuePerFTE), 3))
	// Output: DKK 1.818 m
}

func ExampleLanguage_ParseNumber() {
	fmt.Println(locale.Danish.ParseNumber("17.600,5"))
	fmt.Println(locale.Danish.ParseNumber("1.23"))
	// Output:
	// 17600.5 <nil>
	// 0 "1.23" is not a Danish number: a group of thousands has three digits
}

func ExampleLanguage_ParsePercent() {
	fmt.Println(locale.Danish.ParsePercent("12,5 pct."))
	// Output: 0.125 <nil>
}

func ExampleLanguage_ParseMoney() {
	fmt.Println(locale.Danish.ParseMoney("32 mia. kr."))
	fmt.Println(locale.English.ParseMoney("DKK 32 bn"))
	// Output:
	// {3.2e+10 DKK 3} <nil>
	// {3.2e+10 DKK 3} <nil>
}

func ExampleShift() {
	x := 4.35
	fmt.Println(locale.Shift(x, 2), x*100)
	// Output: 435 434.99999999999994
}

func ExampleNotation_Parse() {
	swiss := locale.Notation{Decimal: '.', Group: '\''}
	fmt.Println(swiss.Parse("17'600.5"))
	// Output: 17600.5 <nil>
}

func ExampleLanguage_Pick() {
	fmt.Println(locale.Danish.Pick("jobs", "job"))
	// Output: job
}

func ExampleIsCurrency() {
	fmt.Println(locale.IsCurrency("DKK"), locale.IsCurrency("MIO"))
	// Output: true false
}

func ExampleLanguage_UnmarshalText() {
	var l locale.Language
	fmt.Println(l.UnmarshalText([]byte("da")), l, l.Tag())
	fmt.Println(l.UnmarshalText([]byte("de")))
	// Output:
	// <nil> Danish da
	// language "de" is not known: use en or da
}

func ExampleNotation_ParseMoney() {
	fmt.Println(locale.Notation{Decimal: ',', Group: ' '}.ParseMoney("1 200,5 million EUR", locale.English))
	// Output: {1.2005e+09 EUR 2} <nil>
}

func ExampleSigned() {
	change := 0.125
	show(locale.Signed(change, locale.Danish.Percent(change, 1)))
	// Output: +12,5 pct.
}

func ExampleLanguage_GroupName() {
	show(locale.English.GroupName("Smart Water"))
	show(locale.English.GroupName(""))
	// Output:
	// Smart Water
	// Not stated
}

func ExampleError() {
	_, err := locale.English.ParsePercent("12.5")
	if e, ok := errors.AsType[*locale.Error](err); ok {
		fmt.Printf("%q: want %s: %s\n", e.Text, e.Want, e.Reason)
	}
	// Output:
	// "12.5": want an English per cent figure: it does not end in "%"
}

func ExampleMagnitude() {
	for m := locale.Units; m <= locale.Billions; m++ {
		show(locale.English.Money(1.2345e9, "DKK", m, 0) + " = " + locale.Danish.Money(1.2345e9, "DKK", m, 0))
	}
	// Output:
	// DKK 1,234,500,000 = 1.234.500.000 kr.
	// DKK 1,234,500 thousand = 1.234.500 tusind kr.
	// DKK 1,235 m = 1.235 mio. kr.
	// DKK 1 bn = 1 mia. kr.
}
