package dynamics

// OlleyPakesRevenuePerJob divides the revenue per job of a panel in one year as
// [OlleyPakes] does. Companies without it are left out, those with zero jobs among
// them under any Activity, with a [*RevenuePerJobNotKnown] warning. By and Gaps are
// not looked at. It returns a
// [*YearError] for a year that nobody has, and the errors of [OlleyPakes]. It panics
// as [CompareRevenuePerJob] does.
func OlleyPakesRevenuePerJob(p *Panel, year int, opt RevenuePerJobOptions) (*OlleyPakesResult, error) {
	opt.check()
	i, err := p.needYear(year)
	if err != nil {
		return nil, err
	}
	o, reasons := olleyPakes{}, RevenuePerJobNotKnown{}
	for id, at := range p.companies() {
		if at[i] == absent {
			continue
		}
		if !p.active(at[i], opt.Activity) {
			reasons.count(noJobsReason)
			continue
		}
		w, x, reason, err := p.revenuePerJob(id, at[i], opt)
		if err != nil {
			return nil, err
		}
		reasons.count(reason)
		o.add(w, x)
	}
	r, err := o.result()
	if err != nil {
		return nil, err
	}
	r.Year = year
	r.Variable, r.Weights, r.Unit = p.revenuePerJobLabels(opt)
	if reasons.total() > 0 {
		r.Warnings = append(r.Warnings, &reasons)
	}
	if anyFew(r.Firms) {
		r.Warnings = append(r.Warnings, &FewFirms{1})
	}
	r.Warnings = append(r.Warnings, p.warnings...)
	return r, nil
}
