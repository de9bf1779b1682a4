import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { DEFAULT_SHEET_CHOICES, type SheetChoices } from '@/lib/core/tag-sheet/choices';
import { readText } from '@/lib/core/table/cells';
import { SHEET_COLUMNS, type SheetColumn } from '@/lib/core/tag-sheet/columns';
import type { SheetContext } from '@/lib/core/tag-sheet/read/checked';
import { type TakeRow, valueAt } from '@/lib/core/table/raw-row';
import { createTagSheetReader } from '@/lib/core/tag-sheet/read/sheet-reader';
import type { SheetOrder } from '@/lib/core/tag-sheet/sheet-table';
import { readCsv } from '@/lib/files/read-csv';
import type { Tracker } from '@/lib/core/tracker/tracker';

export const ADVERTISER = { id: 700101, name: 'Harbour Coffee' };
export const CONTEXT: SheetContext = { servers: AD_SERVERS, costIsPerImpression: false };

export function tracker(id: number, changes: Partial<Tracker> = {}): Tracker {
  return {
    id,
    memberId: 2,
    advertiserId: ADVERTISER.id,
    name: `Harbour ${id}`,
    code: null,
    state: 'active',
    lineItem: { id: 11, name: 'Autumn' },
    publisher: { id: 3, name: 'Tidewater News' },
    placement: { id: 44, name: 'Front page 300x250' },
    paymentRule: null,
    lastModified: 0,
    ...changes,
  };
}

export function server(id: string): AdServer {
  const found = adServerById(id, AD_SERVERS);
  if (!found) throw new Error(`no ad server ${id}`);
  return found;
}

export function choices(changes: Partial<SheetChoices> = {}): SheetChoices {
  return { ...DEFAULT_SHEET_CHOICES, ...changes };
}

export function order(changes: Partial<SheetOrder> = {}): SheetOrder {
  return {
    advertiser: ADVERTISER,
    trackers: [tracker(531), tracker(532)],
    servers: [server('gam'), server('cm360')],
    choices: choices(),
    today: '2026-11-24',
    ...changes,
  };
}

/** Where a column stands in a row of our own sheet. */
export function at(key: SheetColumn): number {
  return SHEET_COLUMNS.findIndex((column) => column.key === key);
}

/** Rows that a test may write into. */
export function editable(rows: readonly (readonly unknown[])[]): unknown[][] {
  return rows.map((row) => [...row]);
}

/** The rows of a CSV as its reader has them, with the empty cells; and rows, which it passes over. */
export function csvRows(text: string, width: number, least = 0): string[][] {
  const rows: string[][] = [];
  const blank = () => Array.from({ length: width }, () => '');
  const take: TakeRow = (row) => {
    while (rows.length < row.row) rows.push(blank());
    rows.push(blank().map((_, column) => readText(valueAt(row, column))));
    return true;
  };
  readCsv(text, take, createTagSheetReader().score);
  while (rows.length < least) rows.push(blank());
  return rows;
}
