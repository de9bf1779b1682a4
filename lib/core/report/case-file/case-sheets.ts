import { MAX_EXPORT_ROWS } from '../../base/limits';
import type { SheetCell } from '../../table/cells';
import type { Table, WorkbookSheet } from '../../table/table';
import { numberOf, periodOf } from '../period-count';
import type { Compared } from '../reconciled';
import {
  type CaseColumn,
  type CaseWords,
  DAY_COLUMNS,
  DEVICE_COLUMNS,
  ID_COLUMNS,
  SUM_COLUMNS,
  widthOf,
} from './case-columns';
import type { Case, CaseTracker, Missing } from './missing';

type Row = Readonly<Partial<Record<CaseColumn, SheetCell>>>;
/**
 * The case as Microsoft asks for it (peers.md 8): what it is about and what is missing, daily rows with both counts, ids
 * mapped, device and operating system as far as the ad server tells them.
 */
export function caseSheets(
  filed: Case,
  missing: readonly Missing[],
  words: CaseWords,
): readonly WorkbookSheet[] {
  const { trackers } = filed;
  const devices = rowsOf(trackers.flatMap(deviceRows), DEVICE_COLUMNS, words);
  return [
    sheet(
      words.sheets.summary,
      summaryTop(filed, missing, words),
      rowsOf(trackers.map(sumRow), SUM_COLUMNS, words),
      SUM_COLUMNS,
      words,
    ),
    sheet(words.sheets.days, [], dayRows(filed, words), DAY_COLUMNS, words),
    sheet(
      words.sheets.ids,
      [],
      rowsOf(trackers.flatMap(idRows), ID_COLUMNS, words),
      ID_COLUMNS,
      words,
    ),
    ...(devices.length > 1
      ? [sheet(words.sheets.devices, [], devices, DEVICE_COLUMNS, words)]
      : []),
  ];
}

/** The daily rows as one table, for a CSV. */
export function caseTable(filed: Case, words: CaseWords): Table {
  return { rows: dayRows(filed, words), headerRow: 0 };
}

function dayRows({ trackers }: Case, words: CaseWords): readonly (readonly SheetCell[])[] {
  const rows = trackers.flatMap((tracker) => {
    const ids = idCells(tracker);
    return tracker.reconciled.days.map((one): Row => ({
      day: { day: one.day },
      ...ids,
      ...counts(one),
    }));
  });
  return rowsOf(rows, DAY_COLUMNS, words);
}

function sumRow(tracker: CaseTracker): Row {
  return { ...idCells(tracker), ...counts(tracker.reconciled.whole) };
}

/** A row for each placement of the ad server, so that ids stand beside ids. */
function idRows(tracker: CaseTracker): readonly Row[] {
  const cells = idCells(tracker);
  if (tracker.placements.length === 0) return [cells];
  return tracker.placements.map(({ placementId, placement }) => ({
    ...cells,
    thirdPartyIds: placementId,
    thirdPartyNames: placement,
  }));
}

function deviceRows({ reconciled, placements }: CaseTracker): readonly Row[] {
  const trackerIds = list(reconciled.trackerIds.map(String));
  return placements.flatMap(({ placementId, placement, segments = [] }) =>
    segments.flatMap(({ device, system, impressions: { first, counts } }) => {
      const start = numberOf(first, 'day');
      return counts.flatMap((count, at): readonly Row[] => {
        if (count === null) return [];
        const day = { day: periodOf(start + at, 'day') };
        const ids = { trackerIds, thirdPartyIds: placementId, thirdPartyNames: placement };
        return [{ day, ...ids, device, system, thirdParty: count }];
      });
    }),
  );
}

function idCells({ reconciled, tuple, names, placements }: CaseTracker): Row {
  return {
    trackerIds: list(reconciled.trackerIds.map(String)),
    trackerNames: list(names.map((name) => name ?? '')),
    lineItemId: tuple?.lineItemId ?? null,
    publisherId: tuple?.publisherId ?? null,
    placementId: tuple?.placementId ?? null,
    paymentRuleId: tuple?.paymentRuleId ?? null,
    thirdPartyIds: list(placements.map(({ placementId }) => placementId ?? '')),
    thirdPartyNames: list(placements.map(({ placement }) => placement)),
  };
}

function counts({ counted, thirdParty, difference, percent }: Compared): Row {
  const rounded = percent === null ? null : Math.round(percent * 100) / 100;
  return { counted, thirdParty, difference, percent: rounded };
}

function summaryTop(
  filed: Case,
  missing: readonly Missing[],
  words: CaseWords,
): readonly (readonly SheetCell[])[] {
  const said = missing.length === 0 ? [words.nothingMissing] : missing.map(words.say);
  return [
    [words.title],
    [words.filed, { day: filed.today }],
    [...words.formula],
    [words.threshold, filed.threshold],
    [words.countedZone, filed.countedZone],
    [words.thirdPartyZone, filed.thirdPartyZone ?? words.notSaid],
    ...said.map((sentence) => [words.missing, sentence]),
    [],
  ];
}

/** A cell of several values, one below the other; empty where none is known. */
function list(values: readonly string[]): SheetCell {
  const text = values.join('\n');
  return text.trim() === '' ? null : text;
}

/** The titles, and the rows under them; of very many the first, and that there are more. */
function rowsOf(
  rows: readonly Row[],
  columns: readonly CaseColumn[],
  words: CaseWords,
): readonly (readonly SheetCell[])[] {
  const kept = rows.slice(0, MAX_EXPORT_ROWS);
  return [
    columns.map((column) => words.columns[column]),
    ...kept.map((row) => columns.map((column) => row[column] ?? null)),
    ...(rows.length > kept.length ? [[words.more(kept.length)]] : []),
  ];
}

function sheet(
  name: string,
  top: readonly (readonly SheetCell[])[],
  rows: readonly (readonly SheetCell[])[],
  columns: readonly CaseColumn[],
  { cutNote }: CaseWords,
): WorkbookSheet {
  return {
    name,
    table: { rows: [...top, ...rows], headerRow: top.length },
    widths: columns.map(widthOf),
    fixedColumns: 1,
    rowHeight: null,
    cutNote,
  };
}
