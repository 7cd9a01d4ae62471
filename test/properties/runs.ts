// How often a property is tried: some hundred times among all tests, and in its full length by `npm run
// test:properties`, which takes all suites that import this.

/** Whether the full length was asked for. */
export const isFull = process.env['PROPERTY_RUNS'] === 'full';

/** A long run or a short one; the same examples every time, unless `FAST_CHECK_SEED` asks for others. */
export const runsOf = (full: number, short: number) => ({
  numRuns: isFull ? full : short,
  seed: Number(process.env['FAST_CHECK_SEED'] ?? 20_261_125),
});
