import type { TrackerFill } from './fill';
import type { PlannedRow } from './planned-row';
import type { RunRow } from './run';

/** The tag of a tracker that is known; `null` where it is not, or no ad server is chosen. */
export type TagOfId = (id: number) => string | null;

/** The tracker that a row of a run has made or means; `null` where there is none. */
export function trackerOfRow({ end, trackerId }: Pick<RunRow, 'end' | 'trackerId'>): number | null {
  return end?.id ?? trackerId;
}

/** What is filled in beside the rows of a run. `tagOf` is `null` where no tags are. */
export function runFills(
  rows: readonly RunRow[],
  tagOf: TagOfId | null,
  resultOf: (row: RunRow) => string,
): readonly TrackerFill[] {
  return rows.map((row) => filled(row.row, trackerOfRow(row), tagOf, resultOf(row)));
}

/** What is filled in beside the rows of a dry run: of what is not there yet, there is no id. */
export function planFills(
  rows: readonly PlannedRow[],
  tagOf: TagOfId | null,
  resultOf: (row: PlannedRow) => string,
): readonly TrackerFill[] {
  return rows.map((row) => filled(row.row, row.tracker?.id ?? null, tagOf, resultOf(row)));
}

function filled(
  row: number,
  trackerId: number | null,
  tagOf: TagOfId | null,
  result: string,
): TrackerFill {
  const tag = trackerId === null || tagOf === null ? null : tagOf(trackerId);
  // Files count from 0.
  return { row: row - 1, trackerId, tags: [tag], result };
}
