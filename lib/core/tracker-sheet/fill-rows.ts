import { type AdServer } from '../ad-server/ad-server';
import { adServerByName } from '../ad-server/names';
import type { TrackerFill } from './fill';
import type { OpenTrackerSheet } from './open-sheet';
import type { PlannedRow } from './planned-row';
import type { RunRow } from './run';

/** For which ad server tags are filled in: for none, for the one that each row names, or for one by its id. */
export type TagsFor =
  | { readonly kind: 'none' | 'row' }
  | { readonly kind: 'one'; readonly id: string };

/** The ad servers that tags are filled in for, and which one a row's tag is for; rows are counted from 1. */
export interface TagPlan {
  readonly servers: readonly AdServer[];
  readonly serverOf: (row: number) => AdServer | null;
}

/** What the rows of a sheet name, or what is chosen for all. An ad server that is not known by its name has no tags. */
export function planTags(
  tagsFor: TagsFor,
  { rows }: Pick<OpenTrackerSheet, 'rows'>,
  servers: readonly AdServer[],
): TagPlan {
  if (tagsFor.kind === 'one') {
    const one = servers.find(({ id }) => id === tagsFor.id) ?? null;
    return { servers: one ? [one] : [], serverOf: () => one };
  }
  const byText = new Map<string, AdServer | null>();
  const byRow = new Map<number, AdServer>();
  for (const { row, adServer } of tagsFor.kind === 'row' ? rows : []) {
    if (adServer === undefined) continue;
    const known = byText.get(adServer);
    const found = known === undefined ? adServerByName(adServer, servers) : known;
    byText.set(adServer, found);
    if (found) byRow.set(row + 1, found);
  }
  const named = [...new Set(byRow.values())].toSorted((a, b) => a.name.localeCompare(b.name));
  return { servers: named, serverOf: (row) => byRow.get(row) ?? null };
}

/** The tracker that a row of a run has made or means; `null` where there is none. */
export function trackerOfRow({ end, trackerId }: Pick<RunRow, 'end' | 'trackerId'>): number | null {
  return end?.id ?? trackerId;
}

/** The tag of a tracker for an ad server; `null` where the tracker is not known. */
export type TagFor = (trackerId: number, server: AdServer) => string | null;

/** How rows are filled in: with which tags, and with what came of them in words. */
interface Filling<Row> {
  readonly tags: TagPlan;
  readonly tagFor: TagFor;
  readonly resultOf: (row: Row) => string;
}

/** What is filled in beside the rows of a run. */
export function runFills(
  rows: readonly RunRow[],
  filling: Filling<RunRow>,
): readonly TrackerFill[] {
  return rows.map((row) => filled(row, trackerOfRow(row), filling));
}

/** What is filled in beside the rows of a dry run: of what is not there yet, there is no id. */
export function planFills(
  rows: readonly PlannedRow[],
  filling: Filling<PlannedRow>,
): readonly TrackerFill[] {
  return rows.map((row) => filled(row, row.tracker?.id ?? null, filling));
}

function filled<Row extends { readonly row: number }>(
  row: Row,
  trackerId: number | null,
  { tags: { servers, serverOf }, tagFor, resultOf }: Filling<Row>,
): TrackerFill {
  const server = serverOf(row.row);
  const tag = trackerId === null || server === null ? null : tagFor(trackerId, server);
  const tags = servers.map((one) => (one === server ? tag : null));
  // Files count from 0.
  return { row: row.row - 1, trackerId, tags, result: resultOf(row) };
}
