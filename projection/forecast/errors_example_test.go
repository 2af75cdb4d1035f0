package forecast_test

import (
	"context"
	"errors"
	"fmt"
	"math"

	"smartcity/growth"
	"smartcity/projection/forecast"
)

// Why a series cannot carry a model.
func ExampleReason() {
	series := func(values ...float64) growth.Series {
		return growth.Series{Name: "Energy", FirstYear: 2014, Values: values}
	}
	for _, c := range []struct {
		m forecast.Model
		s growth.Series
	}{
		{forecast.Holt{}, series(812, 985, 1204)},
		{forecast.SES{}, series(812, math.NaN(), 985, 1204, 1420)},
		{forecast.Naive{}, series(812, -1, 985)},
		{forecast.LogLinearTrend{}, series(0, 812, 985)},
		{forecast.Drift{}, series(812, math.Inf(1), 985)},
		{forecast.GrowthCurve{}, series(812, 985, 1204, 1500, 1900)},
		{forecast.Average{}, series(812, 985)},
		{forecast.SES{Alpha: 2}, series(812, 985, 1204, 1420)},
	} {
		_, err := c.m.Fit(c.s)
		if r, ok := errors.AsType[*forecast.Refusal](err); ok {
			fmt.Printf("%v: %v\n", c.m, r.Reason)
		}
	}
	// Output:
	// Holt: too few years are known
	// SES: a year between two known ones is not known
	// naive: a figure is below zero
	// log-linear trend: a figure is zero
	// drift: a figure is infinite
	// logistic curve: no growth curve can be fitted
	// average of SES, Holt and damped Holt: no model of the average can be fitted
	// SES, alpha 2: a parameter is out of bounds
}

func ExampleErrHorizon() {
	fit, err := forecast.Naive{}.Fit(oil())
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = fit.Forecast(forecast.MaxHorizon+1, 0)
	fmt.Println(err, errors.Is(err, forecast.ErrHorizon))
	// Output:
	// forecast: "Oil", 201 years ahead: horizon is out of bounds true
}

// A history that does not vary has no scale to measure errors in.
func ExampleErrNothingToScore() {
	flat := forecast.Split{
		Train:  growth.Series{Name: "Energy", FirstYear: 2010, Values: []float64{812, 812, 812, 812, 812, 812, 812, 812}},
		Actual: []float64{985},
	}
	_, err := forecast.Compare(context.Background(), []forecast.Split{flat}, nil, 0)
	fmt.Println(errors.Is(err, forecast.ErrNothingToScore))
	fmt.Println(err)
	// Output:
	// true
	// no history to compare with what followed
	// forecast: "Energy" from 2017 is not scored: figures do not vary
}
