package dynamics_test

import (
	"fmt"

	"smartcity/sector/dynamics"
)

// Alabama 1978, as published in the Business Dynamics Statistics: the rates are
// those of the same row.
func ExampleFlowTotals_Flows() {
	f := dynamics.FlowTotals{
		JobCreation: 216097, JobCreationBirths: 76167, JobDestruction: 141919, JobDestructionDeaths: 60090, Denom: 972627,
	}.Flows()
	fmt.Printf("continuers %v and %v, net %v\n", f.JobCreationContinuers, f.JobDestructionContinuers, f.NetJobCreation)
	fmt.Printf("%.3f %.3f %.3f %.3f\n", f.JobCreationRate, f.JobDestructionRate, f.NetJobCreationRate, f.ReallocationRate)
	// Output:
	// continuers 139930 and 81829, net 74178
	// 22.218 14.591 7.627 29.183
}

func ExampleEntryExitRates() {
	entry, exit := dynamics.EntryExitRates(65213, 10457, 7749)
	fmt.Printf("%.3f %.3f\n", entry, exit)
	// Output: 16.375 12.135
}

func ExampleFlowTotals_Validate() {
	fmt.Println(dynamics.FlowTotals{JobCreation: 10, JobCreationBirths: 12, Denom: 100}.Validate())
	// Output: dynamics: JobCreationBirths of flow totals is 12, want at most JobCreation, which is 10
}
