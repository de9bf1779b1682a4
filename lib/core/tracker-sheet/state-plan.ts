import type { Tracker, TrackerState } from '../tracker/tracker';
import { changesOfFields, fieldChanges, type PlannedRow } from './planned-row';

/**
 * What switching trackers on or off would do, as a dry run: one row for each, in their order, counted as in a sheet
 * without a header. Those that are so already are unchanged, and nothing is sent for them.
 */
export function planState(
  trackers: readonly Tracker[],
  state: TrackerState,
): readonly PlannedRow[] {
  return trackers.map((tracker, index): PlannedRow => {
    const fields = fieldChanges(tracker, { ...tracker, state });
    return {
      row: index + 1,
      kind: fields.length > 0 ? 'change' : 'unchanged',
      tracker,
      name: tracker.name,
      fields,
      changes: changesOfFields(fields),
      issues: [],
    };
  });
}
