package inputoutput

// JobMultiplier is a line of a plain table of multipliers, as a report or a
// statistics office publishes them: how many jobs elsewhere go with one in the
// sector. [Multipliers.JobMultipliers] makes them from a table; the tags are those
// of sectorcsv.ReadRecords, which reads them from a CSV file.
//
// "95 indirect jobs per 100 direct" is Indirect 0.95.
type JobMultiplier struct {
	Sector   string  `csv:"sector,industry,branche,sektor"`
	Indirect float64 `csv:"indirect_jobs_per_direct_job,indirekte_job_pr_direkte_job"`
	// Induced is NaN where it is not known.
	Induced float64 `csv:"induced_jobs_per_direct_job,inducerede_job_pr_direkte_job,default="`
}

// JobMultipliers returns the multipliers of jobs as a plain table. Sectors without
// jobs of their own are left out.
func (m *Multipliers) JobMultipliers() []JobMultiplier {
	var table []JobMultiplier
	for _, s := range m.Sectors {
		if s.Jobs.Direct > 0 {
			table = append(table, JobMultiplier{s.Sector, s.Jobs.Indirect / s.Jobs.Direct, s.Jobs.Induced / s.Jobs.Direct})
		}
	}
	return table
}
