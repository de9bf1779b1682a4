import type { AdServer } from '../ad-server/ad-server';
import type { Table } from '../table/table';
import type { TagChoices } from '../tag/write/build-tag';
import type { Tracker } from '../tracker/tracker';
import { quickTag } from './quick-tag';

/** The tags of many trackers for one ad server, and what is to be said of them. */
export interface ManyTags {
  readonly rows: readonly { readonly tracker: Tracker; readonly tag: string }[];
  readonly inactive: number;
  readonly withoutCachebuster: number;
}

/** A tag of each, as pressing Copy in the list would copy it. */
export function manyTags(
  trackers: readonly Tracker[],
  choices: TagChoices,
  servers: readonly AdServer[],
): ManyTags {
  let withoutCachebuster = 0;
  const rows = trackers.map((tracker) => {
    const { text, hasCachebuster } = quickTag(tracker, choices, servers);
    if (!hasCachebuster) withoutCachebuster += 1;
    return { tracker, tag: text };
  });
  return {
    rows,
    inactive: trackers.filter(({ state }) => state === 'inactive').length,
    withoutCachebuster,
  };
}

/** The tags one after the other, with an empty line between them. */
export function tagsAsText({ rows }: ManyTags): string {
  return rows.map(({ tag }) => tag).join('\n\n');
}

/** The tags as a table: whose each is stands before it. */
export function tagsAsTable(
  { rows }: ManyTags,
  titles: readonly [id: string, name: string, tag: string],
): Table {
  const cells = rows.map(({ tracker, tag }) => [tracker.id, tracker.name, tag]);
  return { rows: [titles, ...cells], headerRow: 0 };
}
