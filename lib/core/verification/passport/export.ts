import type { Table } from '../../table/table';
import { modifiedAt, type Tracker } from '../../tracker/tracker';
import type { TimelineEntry } from './timeline';

/** Which trackers' passport, and what is known of it. */
export interface Passport {
  readonly trackerId: number;
  /** As it was last read from the service; `null` where it is not kept here. */
  readonly tracker: Tracker | null;
  /** Newest first. */
  readonly timeline: readonly TimelineEntry[];
}

const isoOf = (at: number) => new Date(at).toISOString();

/** A passport as JSON, for a tool. Moments are ISO 8601, UTC; `said` gives each entry's sentence. */
export function passportJson(
  { trackerId, tracker, timeline }: Passport,
  say: (entry: TimelineEntry) => string,
  at: number,
): string {
  const modified = tracker && modifiedAt(tracker);
  const told = {
    format: 'piggyback-passport',
    version: 1,
    exportedAt: isoOf(at),
    trackerId,
    tracker: tracker && { ...tracker, lastModified: modified === null ? null : isoOf(modified) },
    // The service does not tell when a tracker was created, nor who changed it.
    notKnown: ['created-elsewhere', 'changed-by', 'other-browsers'],
    timeline: timeline.map((entry) => ({ ...entry, at: isoOf(entry.at), said: say(entry) })),
  };
  return JSON.stringify(told, null, 2);
}

/** The timeline as a table. */
export function passportTable(
  { trackerId, timeline }: Passport,
  say: (entry: TimelineEntry) => string,
  titles: readonly [when: string, id: string, kind: string, what: string],
): Table {
  const rows = timeline.map((entry) => [isoOf(entry.at), trackerId, entry.kind, say(entry)]);
  return { rows: [titles, ...rows], headerRow: 0 };
}
