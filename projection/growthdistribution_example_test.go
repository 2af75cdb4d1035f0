package projection_test

import (
	"fmt"

	"smartcity/projection"
)

func ExampleBankOfEngland() {
	d, err := projection.BankOfEngland(0.1256, 0.0135, 0.0026)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("σ₁ = %.4f%%, σ₂ = %.4f%%, mean %.2f%%\n", 100*d.Sigma1, 100*d.Sigma2, 100*d.Mean())
	for _, p := range []float64{0.05, 0.5, 0.95} {
		fmt.Printf("%2.0f%% quantile %.4f%%\n", 100*p, 100*d.Quantile(p))
	}
	// Output:
	// σ₁ = 1.2157%, σ₂ = 1.5416%, mean 12.82%
	//  5% quantile 10.6354%
	// 50% quantile 12.7648%
	// 95% quantile 15.1782%
}

func ExampleGrowthDistribution() {
	d := projection.GrowthDistribution{Shape: projection.Triangular, Low: 0.12, High: 0.17, Mode: 0.13}
	fmt.Printf("mean %.2f%%, median %.2f%%\n", 100*d.Mean(), 100*d.Quantile(0.5))
	fmt.Printf("12.246%% or more with probability %.3f\n", 1-d.CDF(0.12246))
	// Output:
	// mean 14.00%, median 13.84%
	// 12.246% or more with probability 0.988
}
