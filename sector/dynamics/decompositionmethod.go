package dynamics

import (
	"fmt"
	"math/big"
)

// DecompositionMethod names a way to divide a change of aggregate productivity
// P = Σsp into the parts that companies have in it. Of a company, s is its share
// of all weight in the year and p its productivity, Δ the change from the first
// year to the second, a bar the mean of the two; continuers C are there in both
// years, entrants E in the second alone and exiters X in the first alone, and
// P_E is the weighted mean Σsp/Σs of a group alone.
type DecompositionMethod uint8

const (
	// BailyHultenCampbell: within Σ_C s₀Δp, between Σ_C Δs·p₁, entry Σ_E s₁p₁, exit
	// −Σ_X s₀p₀. Entry is never below zero, nor exit above, where productivity is
	// positive: the parts say who has come and gone, not whether they were better
	// than others.
	//
	// Baily, Hulten and Campbell, Productivity dynamics in manufacturing plants,
	// Brookings Papers: Microeconomics (1992).
	BailyHultenCampbell DecompositionMethod = iota

	// GrilichesRegev: within Σ_C s̄Δp, between Σ_C Δs(p̄ − P̄), entry Σ_E s₁(p₁ − P̄),
	// exit −Σ_X s₀(p₀ − P̄), with P̄ the mean of the two years' aggregates.
	//
	// Griliches and Regev, Firm productivity in Israeli industry 1979–1988, Journal
	// of Econometrics 65 (1995), with entry and exit written apart as by Foster,
	// Haltiwanger and Krizan.
	GrilichesRegev

	// FosterHaltiwangerKrizan: within Σ_C s₀Δp, between Σ_C Δs(p₀ − P₀), cross
	// Σ_C ΔsΔp, entry Σ_E s₁(p₁ − P₀), exit −Σ_X s₀(p₀ − P₀). It is the only one with
	// a cross part.
	//
	// Foster, Haltiwanger and Krizan, Aggregate productivity growth: lessons from
	// microeconomic evidence, in New Developments in Productivity Analysis (2001).
	FosterHaltiwangerKrizan

	// BaldwinGu: within Σ_C s̄Δp, between Σ_C Δs(p̄ − P_X₀), entry Σ_E s₁(p₁ − P_X₀), and
	// no exit part: entrants are held against those that they replace.
	//
	// Baldwin and Gu, Plant turnover and productivity growth in Canadian
	// manufacturing, Statistics Canada 11F0019 No. 193 (2003).
	BaldwinGu

	// DiewertFox: within Σ_C s̃̄Δp, between Σ_C p̄Δs̃, entry s_E₁(P_E₁ − P_C₁), exit
	// −s_X₀(P_X₀ − P_C₀), with s̃ the share among continuers and s_E, s_X the shares
	// of all entrants and exiters.
	//
	// Diewert and Fox, On measuring the contribution of entering and exiting firms
	// to aggregate productivity growth, University of British Columbia 05-02 (2005).
	DiewertFox

	// MelitzPolanec, the dynamic Olley–Pakes decomposition: within is the change of
	// the continuers' unweighted mean, between that of their covariance
	// Σ_C (s̃ − 1/n)(p − mean), entry s_E₁(P_E₁ − P_C₁), exit s_X₀(P_C₀ − P_X₀).
	//
	// Melitz and Polanec, Dynamic Olley–Pakes productivity decomposition with entry
	// and exit, RAND Journal of Economics 46 (2015).
	MelitzPolanec
)

// DecompositionMethods returns all methods, oldest first.
func DecompositionMethods() []DecompositionMethod {
	return []DecompositionMethod{BailyHultenCampbell, GrilichesRegev, FosterHaltiwangerKrizan, BaldwinGu, DiewertFox, MelitzPolanec}
}

// String returns "BHC", "GR", "FHK", "BG", "DF" or "MP".
func (m DecompositionMethod) String() string {
	if m > MelitzPolanec {
		return fmt.Sprintf("DecompositionMethod(%d)", uint8(m))
	}
	return [...]string{"BHC", "GR", "FHK", "BG", "DF", "MP"}[m]
}

// frame is what a method compares each firm with, taken from all firms.
type frame struct {
	n                  *big.Rat // continuers
	before, after, ref *big.Rat // P₀, P₁ and what productivities are held against
	c0, c1             *big.Rat // shares of all continuers
	pc0, pc1           *big.Rat // their weighted mean productivities
	mean0, mean1       *big.Rat // their unweighted ones
}

// frame returns an error that wraps [ErrNoContinuers] or [ErrNoExiters] where
// the method compares with those and there are none.
func (m DecompositionMethod) frame(all *moments) (*frame, error) {
	f := &frame{n: all.n, before: add(all.a00, all.xp), after: add(all.a11, all.ep), ref: new(big.Rat), c0: all.c0, c1: all.c1}
	switch m {
	case BailyHultenCampbell:
	case GrilichesRegev:
		f.ref = half(add(f.before, f.after))
	case FosterHaltiwangerKrizan:
		f.ref = f.before
	case BaldwinGu:
		switch {
		case all.x.Sign() > 0:
			f.ref = div(all.xp, all.x)
		case all.e.Sign() > 0:
			return nil, ErrNoExiters
		}
		// Without entry and exit the shares of continuers change by zero in all, and
		// it does not matter what their productivities are held against; P₀ keeps the
		// groups' parts free of where productivity has its zero.
		if all.x.Sign() == 0 {
			f.ref = f.before
		}
	case DiewertFox, MelitzPolanec:
		if all.c0.Sign() == 0 || all.c1.Sign() == 0 {
			return nil, ErrNoContinuers
		}
		f.pc0, f.pc1 = div(all.a00, all.c0), div(all.a11, all.c1)
		f.mean0, f.mean1 = div(all.p0, all.n), div(all.p1, all.n)
	default:
		panic("dynamics: there is no " + m.String())
	}
	return f, nil
}

// parts are within, between, cross, entry and exit, not yet rounded.
type parts struct{ within, between, cross, entry, exit *big.Rat }

// parts of a set of firms, all of them or a group.
func (m DecompositionMethod) parts(s *moments, f *frame) parts {
	p := parts{cross: new(big.Rat)}
	switch m {
	case BailyHultenCampbell:
		p.within = sub(s.a01, s.a00)
		p.between = sub(s.a11, s.a01)
		p.entry = s.ep
		p.exit = neg(s.xp)
	case GrilichesRegev, BaldwinGu:
		p.within = half(add(sub(s.a01, s.a00), sub(s.a11, s.a10)))
		p.between = sub(half(sub(add(s.a10, s.a11), add(s.a00, s.a01))), mul(f.ref, sub(s.c1, s.c0)))
		p.entry = sub(s.ep, mul(f.ref, s.e))
		p.exit = sub(mul(f.ref, s.x), s.xp)
	case FosterHaltiwangerKrizan:
		p.within = sub(s.a01, s.a00)
		p.between = sub(sub(s.a10, s.a00), mul(f.ref, sub(s.c1, s.c0)))
		p.cross = sub(sub(s.a11, s.a10), sub(s.a01, s.a00))
		p.entry = sub(s.ep, mul(f.ref, s.e))
		p.exit = sub(mul(f.ref, s.x), s.xp)
	case DiewertFox:
		p.within = half(add(div(sub(s.a01, s.a00), f.c0), div(sub(s.a11, s.a10), f.c1)))
		p.between = half(sub(div(add(s.a10, s.a11), f.c1), div(add(s.a00, s.a01), f.c0)))
		p.entry = sub(s.ep, mul(f.pc1, s.e))
		p.exit = sub(mul(f.pc0, s.x), s.xp)
	case MelitzPolanec:
		p.within = div(sub(s.p1, s.p0), f.n)
		p.between = sub(
			covariance(div(s.a11, f.c1), div(s.c1, f.c1), s.p1, s.n, f.mean1, f.n),
			covariance(div(s.a00, f.c0), div(s.c0, f.c0), s.p0, s.n, f.mean0, f.n))
		p.entry = sub(s.ep, mul(f.pc1, s.e))
		p.exit = sub(mul(f.pc0, s.x), s.xp)
	}
	return p
}

// covariance is Σ(s̃ − 1/N)(p − mean) over n of N firms, from Σs̃p, Σs̃ and Σp over
// the n.
func covariance(sp, s, p, n, mean, of *big.Rat) *big.Rat {
	return sub(sub(sp, mul(mean, s)), div(sub(p, mul(n, mean)), of))
}

func (p *parts) sum() *big.Rat {
	return add(add(add(p.within, p.between), p.cross), add(p.entry, p.exit))
}
