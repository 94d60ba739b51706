import fc from 'fast-check'

// A test run is the same every time; to look for what it does not find, set BRIEFBOOK_FUZZ to a number of runs, and every
// property is tried so often with values of that day.
const runs = Number(process.env.BRIEFBOOK_FUZZ)
fc.configureGlobal(Number.isInteger(runs) && runs > 0 ? { numRuns: runs } : { seed: 20260101 })
