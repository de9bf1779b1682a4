/** How many cases a law is tried on every day; `PIGGYBACK_RUNS` tries more, `PIGGYBACK_SEED` others. */
export const RUNS = runs(10_000);

/** The same for a law of which each case takes longer, or less long. */
export function runs(daily: number): { readonly numRuns: number } {
  return { numRuns: Number(process.env.PIGGYBACK_RUNS ?? daily) };
}
