import { isOwnTitle, isRemark } from '../../table/own-titles';
import type { RawRow } from '../../table/raw-row';
import { TRACKER_ID_TITLE } from '../../tracker/read-ids';
import { placementColumns, recogniseColumns, type TitleAt, titlesOf } from '../third-party/columns';

/** Where a tag sheet names placements and trackers; columns are counted from 0. */
export interface SheetColumns {
  readonly placementId: number | undefined;
  readonly placement: number | undefined;
  /** A number alone in the column of placements is an id of the ad server. */
  readonly isIdOrName: boolean;
  readonly tracker: number | undefined;
  /** The title says that these are trackers and not just some ids. */
  readonly isOfTrackers: boolean;
  /** Columns that say something of others: an address in them is no tag of the row. */
  readonly remarks: ReadonlySet<number>;
  /** There are days and impressions beside, as an ad server’s report has them. */
  readonly isReport: boolean;
}

/** What is behind titles of columns that were filled in. */
const OWN = /\s*\(Piggyback\)$/;
const OF_TRACKERS = /xandr|monetize|imp|pixel|tracker/i;

/** What a row names; `null` where it names no placement, or that alone. */
export function sheetColumnsOf(row: RawRow): SheetColumns | null {
  const titles = titlesOf(row);
  const own = titles.filter(({ title }) => !isRemark(title));
  const places = new Map(placementColumns(own.filter(({ title }) => !isOwnTitle(title))));
  if (places.size === 0 || titles.length < 2) return null;
  const tracker = trackerColumn(own);
  const placement = places.get('placement');
  const called = own.find(({ index }) => index === placement)?.title ?? '';
  const report = new Set(recogniseColumns(titles).map(([column]) => column));
  return {
    placementId: places.get('placementId'),
    placement,
    isIdOrName: !places.has('placementId') && /\bid\b/i.test(called),
    tracker: tracker?.index,
    isOfTrackers: OF_TRACKERS.test(tracker?.title ?? ''),
    remarks: new Set(titles.filter(({ title }) => isRemark(title)).map(({ index }) => index)),
    isReport: report.has('date') && report.has('impressions'),
  };
}

/** How many of the columns a row names: more is better, 0 where it names no placement. */
export function knownInRow(row: RawRow): number {
  const found = sheetColumnsOf(row);
  if (found === null) return 0;
  const { placementId, placement, tracker } = found;
  return [placementId, placement, tracker].filter((at) => at !== undefined).length;
}

function trackerColumn(titles: readonly TitleAt[]): TitleAt | undefined {
  const bare = titles.map((one) => ({ ...one, title: one.title.replace(OWN, '') }));
  const some = bare.filter(({ title }) => TRACKER_ID_TITLE.test(title));
  return some.find(({ title }) => OF_TRACKERS.test(title)) ?? some[0];
}

/** Whether the titles of a file that is no report are those of a tag sheet. */
export function looksLikeTagSheet(titles: readonly TitleAt[]): boolean {
  if (placementColumns(titles).length === 0) return false;
  const known = new Set(recogniseColumns(titles).map(([column]) => column));
  if (known.has('impressions')) return false;
  const isTracker = (title: string) => TRACKER_ID_TITLE.test(title) && OF_TRACKERS.test(title);
  return titles.some(({ title }) => isTracker(title.replace(OWN, '')) || IS_TAG.test(title));
}

const IS_TAG = /\b(?:tags?|pixels?|imptr|trackers?|impression urls?)\b/i;
