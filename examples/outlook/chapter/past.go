package chapter

import (
	"context"
	"errors"
	"slices"

	"smartcity/examples/notebook"
	"smartcity/projection/forecast"
)

// past is what history says of the future: the backtest of forecasting methods, or
// the reason that there is none.
func (c *Chapter) past(ctx context.Context) ([]notebook.Block, error) {
	heading := notebook.Heading{Text: c.say("What history says", "Hvad historien siger")}
	horizon := c.To - c.base
	s, err := forecast.Select(ctx, c.sectors, nil, forecast.Options{Horizon: horizon, Level: .8})
	if errors.Is(err, forecast.ErrHorizon) {
		return []notebook.Block{heading, notebook.Note(c.say("No method is asked to look %d years ahead.", "Ingen metode bliver bedt om at se %d år frem.", horizon))}, nil
	}
	if err != nil {
		return nil, err
	}
	if s.Verdict == forecast.NoSelection {
		known := 0
		for _, w := range s.Warnings {
			if w, ok := errors.AsType[*forecast.ScenariosOnly](w); ok {
				known = max(known, w.N)
			}
		}
		return []notebook.Block{heading, notebook.Note(c.say(
			"**No backtest.** A method must have beaten “no change” on the past before it is believed about the future. The sectors have at most %d known years; that takes at least %d, and no fewer than the %d to look ahead. So there are scenarios here and no forecast, and the probabilities are those of the assumptions, not of history.",
			"**Ingen afprøvning på fortiden.** En metode skal have slået »ingen ændring« på fortiden, før den kan tros om fremtiden. Brancherne har højst %d kendte år; det kræver mindst %d og ikke færre end de %d, der skal ses frem. Derfor er der scenarier her og ingen prognose, og sandsynlighederne er forudsætningernes, ikke historiens.",
			known, forecast.EnoughYears, horizon))}, nil
	}
	text := c.say("No method beats “no change” by more than one standard error, so that is what stands.", "Ingen metode slår »ingen ændring« med mere end én standardfejl, så den står ved magt.")
	switch {
	case s.Leaderboard == nil:
		text = c.say("No method can beat “no change” on a past that has not changed, so that is what stands.", "Ingen metode kan slå »ingen ændring« på en fortid uden ændringer, så den står ved magt.")
	case s.Verdict == forecast.ModelWins:
		text = c.say("**%s** beats “no change” by %s ± %s in MASE.", "**%s** slår »ingen ændring« med %s ± %s i MASE.", capital(c.model(s.Model)), c.Lang.Number(-s.Best.Difference, 2), c.Lang.Number(s.Best.StdErr, 2))
	}
	var warnings []error
	if f, err := s.Forecast(c.history, .8); err == nil {
		warnings = f.Warnings
		step := f.Steps[len(f.Steps)-1]
		says := c.say("Of all jobs it says", "Om alle job siger den")
		if slices.ContainsFunc(f.Warnings, func(w error) bool { _, instead := w.(*forecast.NaiveInstead); return instead }) {
			says = c.say("It refuses the history of all jobs, of which “no change” says", "Historien for alle job afviser den; »ingen ændring« siger")
		}
		text += " " + c.say("%s **%s** %s in %d", "%s **%s** %s i %d", says, c.jobs(step.Point), c.unit(), c.To)
		if step.Low < step.High {
			text += c.say(", with four chances in five of %s–%s", ", med fire chancer ud af fem for %s–%s", c.jobs(step.Low), c.jobs(step.High))
		}
		text += "."
	}
	blocks := []notebook.Block{heading, notebook.Prose(text)}
	if s.Leaderboard != nil {
		blocks = append(blocks, c.leaderboard(s.Leaderboard))
	}
	return append(blocks, c.untested(s, warnings)...), nil
}

// leaderboard is how the methods did on the past.
func (c *Chapter) leaderboard(b *forecast.Leaderboard) notebook.Table {
	t := notebook.Table{
		Name: "backtest", Caption: c.say("Methods on the past: %d sectors, %d forecasts", "Metoderne på fortiden: %d brancher, %d prognoser", b.Series, b.Splits),
		Columns: []notebook.Column{
			{Name: "method", Header: c.say("Method", "Metode")}, {Name: "mase", Header: "MASE", Decimals: 2}, {Name: "smape", Header: "sMAPE", Unit: c.say("%", "pct."), Decimals: 1},
			{Name: "against_naive", Header: c.say("Against no change", "Mod ingen ændring"), Decimals: 2, Signed: true}, {Name: "standard_error", Header: c.say("Standard error", "Standardfejl"), Decimals: 2},
			{Name: "coverage", Header: c.say("Inside the 80% interval", "Inden for 80-pct.-intervallet"), Unit: c.say("%", "pct."), Scale: .01},
		},
		Note: c.say("MASE: mean absolute error against that of “no change” a year ahead. The smaller the better.", "MASE: den gennemsnitlige absolutte fejl målt mod den, »ingen ændring« har et år frem. Jo mindre, jo bedre."),
	}
	refused := 0
	for _, score := range b.Scores {
		refused = max(refused, score.Refused)
		t.Rows = append(t.Rows, []notebook.Cell{
			notebook.Str(c.model(score.Model)), notebook.Num(score.MASE), notebook.Num(score.SMAPE), notebook.Num(score.Difference), notebook.Num(score.StdErr), notebook.Num(score.Coverage),
		})
	}
	if refused > 0 {
		t.Note += " " + c.say("Where a method refuses a history, “no change” is scored in its place.", "Hvor en metode afviser en historie, tæller »ingen ændring« i dens sted.")
	}
	data := notebook.FromView(b.View(), "backtest", "", c.Lang)
	t.Data = &data
	return t
}

// untested says what the backtest has not seen, and what else is to be said of the
// forecast.
func (c *Chapter) untested(s *forecast.Selection, forecasted []error) (blocks []notebook.Block) {
	var short []string
	for _, w := range s.Warnings {
		if w, ok := w.(*forecast.ScenariosOnly); ok && !slices.Contains(short, c.series(w.Name)) {
			short = append(short, c.series(w.Name))
		}
	}
	if s.Leaderboard != nil { // a past without change is said to be one
		blocks = c.warn(slices.Concat(s.Warnings, forecasted))
	}
	if len(short) > 0 {
		blocks = append(blocks, notebook.Warning(c.say("With too few known years to be tested: %s.", "Med for få kendte år til at blive afprøvet: %s.", join(short, c.say(" and ", " og ")))))
	}
	return blocks
}

// model names a forecasting method.
func (s *Settings) model(m forecast.Model) string {
	switch m.(type) {
	case forecast.Naive:
		return s.say("no change (naive)", "ingen ændring (naiv)")
	case forecast.Drift:
		return s.say("drift", "samme stigning (drift)")
	case forecast.LinearTrend:
		return s.say("linear trend", "lineær tendens")
	case forecast.LogLinearTrend:
		return s.say("log-linear trend", "log-lineær tendens")
	case forecast.SES:
		return s.say("exponential smoothing", "eksponentiel udglatning")
	case forecast.DampedHolt:
		return s.say("damped Holt", "dæmpet Holt")
	case forecast.Average:
		return s.say("average of SES, Holt and damped Holt", "gennemsnit af SES, Holt og dæmpet Holt")
	}
	return m.String()
}
