/** How many cases a law is tried on every day; `PIGGYBACK_RUNS` tries more, `PIGGYBACK_SEED` others. */
export const RUNS = { numRuns: Number(process.env.PIGGYBACK_RUNS ?? 2_000) };
