package sectorcsv

// chunkSum sums up a file that is read in chunks, without a copy of them.
type chunkSum struct {
	file *counter
	sum  *digest
	skip int // bytes of the chunks to come that are in the sum
}

// newChunkSum takes the sum over from a file, of which so many bytes that were
// read stand in the chunks to come.
func newChunkSum(file *counter, skip int) *chunkSum {
	c := &chunkSum{file, file.sum, skip}
	c.sum.settle()
	file.sum = nil
	return c
}

// add sums up the next chunk.
func (c *chunkSum) add(text []byte) {
	n := min(c.skip, len(text))
	c.skip -= n
	c.sum.sum.Write(text[n:])
}

// end sums up what is left of the last chunk, and gives the sum back.
func (c *chunkSum) end(left []byte) {
	c.add(left)
	c.file.sum = c.sum
}
