import type { ChartOptions } from '@/lib/core/report/chart/chart';
import type { Series } from '@/lib/core/report/series';

/** Counts by day from the first of November on, a Sunday. */
export const days = (counts: readonly (number | null)[], first = '2026-11-01'): Series => ({
  by: 'day',
  first,
  counts: [...counts],
});

/** Counts by hour. */
export const hours = (counts: readonly (number | null)[], first = '2026-11-01 00'): Series => ({
  by: 'hour',
  first,
  counts: [...counts],
});

/** A picture without margins, so that its numbers are easily told. */
export const options = (changes: Partial<ChartOptions> = {}): ChartOptions => ({
  width: 100,
  height: 100,
  margins: { left: 0, right: 0, top: 0, bottom: 0 },
  dateRoom: 40,
  worst: null,
  withDifference: true,
  ...changes,
});
