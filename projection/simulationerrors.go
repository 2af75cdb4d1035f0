package projection

import "errors"

var (
	// ErrUnstated signifies that an assumption without a default is not stated,
	// such as what a range of growth rates means.
	ErrUnstated = errors.New("assumption is not stated")

	// ErrContradiction signifies that assumptions do not go together, such as a
	// normal distribution with hard limits.
	ErrContradiction = errors.New("assumptions contradict each other")
)
