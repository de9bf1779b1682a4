import { modifiedAt, type Tracker } from '../../tracker/tracker';
import type { PassportEvent } from './event';
import type { Reported } from './reported';
import type { SeenFiring } from './seen';

/** A line of the timeline: what was noted, what was recorded, or what the service tells now. */
export type TimelineEntry =
  | PassportEvent
  | ({ readonly kind: 'seen' } & SeenFiring)
  | ({ readonly kind: 'reported' } & Reported)
  /** The service's own word for when it was last changed, where nothing that is noted says so. */
  | { readonly kind: 'last-modified'; readonly at: number };

/** So far apart, in milliseconds, is one change by our clock and by the service's. */
const SAME_CHANGE_MS = 120_000;

/** All that is known of a tracker here, newest first. */
export function timelineOf(
  tracker: Tracker | null,
  events: readonly PassportEvent[],
  seen: readonly SeenFiring[],
  reported: readonly Reported[] = [],
): readonly TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...events,
    ...seen.map((one) => ({ kind: 'seen' as const, ...one })),
    ...reported.map((one) => ({ kind: 'reported' as const, ...one })),
  ];
  const isTold = (at: number) =>
    events.some(
      (event) =>
        ['created', 'changed', 'changed-elsewhere'].includes(event.kind) &&
        Math.abs(event.at - at) <= SAME_CHANGE_MS,
    );
  const at = tracker && modifiedAt(tracker);
  if (at !== null && !isTold(at)) entries.push({ kind: 'last-modified', at });
  return entries.toSorted((a, b) => b.at - a.at);
}

/** Whether it is known when the tracker was created: the service does not tell, so only where it was done here. */
export function isCreationKnown(events: readonly PassportEvent[]): boolean {
  return events.some(({ kind }) => kind === 'created');
}
