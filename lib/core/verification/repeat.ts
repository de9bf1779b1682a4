import type { Baseline } from './accepted';
import type { Verification } from './verification';

/** The id that all runs of a verification have in common. */
function seriesOf({ id, series }: Pick<Verification, 'id' | 'series'>): string {
  return series ?? id;
}

/** What a recording expects that goes on from another in the same tab. */
export function expectedBy(
  from: Pick<Verification, 'expectedIds' | 'expectations'>,
): Pick<Verification, 'expectedIds' | 'expectations'> {
  const { expectedIds, expectations } = from;
  return { expectedIds: [...expectedIds], ...(expectations && { expectations }) };
}

/**
 * What is taken over where a verification is done again: its name, what is expected, and the baseline, which is the one
 * that was accepted last in any of its runs. A note stays where it was written.
 */
export function takenOver(
  from: Verification,
  runs: readonly Verification[],
): Pick<Verification, 'expectedIds' | 'expectations' | 'name' | 'baseline' | 'repeats' | 'series'> {
  const baseline = newestBaseline([from, ...runs.filter((run) => isSameSeries(run, from))]);
  return {
    ...expectedBy(from),
    ...(from.name !== undefined && { name: from.name }),
    ...(baseline && { baseline }),
    repeats: from.id,
    series: seriesOf(from),
  };
}

/** Whether two are runs of one verification. */
export function isSameSeries(
  one: Pick<Verification, 'id' | 'series'>,
  other: Pick<Verification, 'id' | 'series'>,
): boolean {
  return seriesOf(one) === seriesOf(other);
}

/** The baseline that was accepted last; `null` where there is none. */
export function newestBaseline(runs: readonly Pick<Verification, 'baseline'>[]): Baseline | null {
  return runs.reduce<Baseline | null>(
    (newest, { baseline }) =>
      baseline && baseline.acceptedAt > (newest?.acceptedAt ?? -Infinity) ? baseline : newest,
    null,
  );
}

/** The baseline that a run is held against; `null` where there is none, or it is the run itself. */
export function heldAgainst({
  id,
  baseline,
}: Pick<Verification, 'id' | 'baseline'>): Baseline | null {
  return baseline && baseline.verificationId !== id ? baseline : null;
}
