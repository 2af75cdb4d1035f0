package main

import "testing"

func TestValidCVR(t *testing.T) {
	tests := map[string]bool{
		"17150413": true, // Statistics Denmark
		"17150414": false,
		"17154013": false, // two digits changed about
	}
	for id, want := range tests {
		if got := validCVR(id); got != want {
			t.Errorf("validCVR(%q) = %t, want %t", id, got, want)
		}
	}
}
