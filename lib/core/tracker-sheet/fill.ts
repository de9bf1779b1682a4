import { ownTitle, toldApart } from '../table/own-titles';
import type { FillColumn, FillOrder } from '../table/plan-fill';

/** What is filled in beside one row of a sheet of trackers. */
export interface TrackerFill {
  /** Counted from 0, as its file has it. */
  readonly row: number;
  readonly trackerId: number | null;
  /** A tag for each ad server, in their order; `null` where there is none. */
  readonly tags: readonly (string | null)[];
  /** What came of the row, in words. */
  readonly result: string | null;
}

/** The few words that are not data. */
export interface TrackerFillWords {
  readonly trackerId: string;
  readonly tagFor: (adServer: string) => string;
  readonly result: string;
}

/** Rows of a client's sheet for which trackers were made or found. */
export interface TrackerFillOrder {
  /** The row that names the columns, counted from 0. */
  readonly headerRow: number;
  /** The names of the ad servers that there are tags for. */
  readonly adServers: readonly string[];
  readonly rows: readonly TrackerFill[];
}

/**
 * What is added to the client's own sheet: the tracker's id, a tag for each ad server, and what came of the row. A row for
 * which there is nothing keeps what was filled in before: its tracker's id may stand nowhere else.
 */
export function trackerFill(
  { headerRow, adServers, rows }: TrackerFillOrder,
  words: TrackerFillWords,
): FillOrder {
  const column = (name: string, onlyIfFilled = false): FillColumn => ({
    title: ownTitle(name),
    onlyIfFilled,
    keeps: true,
  });
  return {
    headerRow,
    columns: [
      column(words.trackerId),
      ...toldApart(adServers).map((name) => column(words.tagFor(name), true)),
      column(words.result),
    ],
    rows: rows.map(({ row, trackerId, tags, result }) => ({
      row,
      values: [trackerId, ...adServers.map((_, at) => tags[at] ?? null), result],
    })),
  };
}
