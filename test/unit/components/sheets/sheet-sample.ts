import { signal } from '@preact/signals';

import type { SheetActions } from '@/components/sheets/sheet-actions';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { rowsOf } from '@/lib/core/table/raw-row';
import { understandColumns } from '@/lib/core/tag-sheet/read/choose-columns';
import { rememberColumns } from '@/lib/core/table/column-memory';
import type { ColumnChoice } from '@/lib/core/tag-sheet/read/column-choice';
import { createTagSheetReader } from '@/lib/core/tag-sheet/read/sheet-reader';
import { openSheet } from '@/lib/core/tag-sheet/read/read-sheet';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';

import { ADVERTISER, tracker } from '../../core/tag-sheet/build';

export const GAM_URL = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%';
export const SHEET_ROWS = [
  ['Tracker ID', 'Ad server', 'Impression URL (bare)'],
  [531, 'Google Ad Manager', GAM_URL],
  [532, 'Google Ad Manager', GAM_URL],
];

/** A sheet in which nothing is recognised, and what a person may have chosen in it. */
const PLAN_ROWS = [
  ['Spot', 'Size of it', 'Snip'],
  ['Home', '300x250', 'https://other.example/p'],
  ['News', '728x90', 'see the mail'],
];
export const PLAN_MEMORY = rememberColumns<ColumnChoice>(
  [],
  understandColumns(rowsOf(PLAN_ROWS), []).offer.fingerprint,
  { tags: [2], columns: [['placement', 0]] },
);

/** What a page holds beside sheets, and what was kept of an earlier visit. */
export interface Around {
  readonly signedIn: boolean;
  readonly advertiser: Ref | null;
  readonly trackers: readonly Tracker[];
  readonly unreadable: number;
  readonly kept: unknown;
}

/** A sheet of two rows as its reader gives it; the second has the other's id in its tag. */
function openedSheet() {
  const sheet = openSheet([{ name: 'Tags', rows: rowsOf(SHEET_ROWS) }]);
  if (!sheet) throw new Error('no header');
  return sheet;
}

/** Reads that sheet as the worker of the page does. */
export const readPlan: SheetActions['readFile'] = async (_file, _onProgress, _signal, memory) => {
  const reader = createTagSheetReader(memory);
  rowsOf(PLAN_ROWS).every(reader.open('Plan'));
  return reader.finish();
};

/** Actions in memory; whatever is saved becomes `tags.xlsx`. */
export function sheetActions(kept: unknown = null): SheetActions {
  return {
    readDraft: async () => kept,
    writeDraft: async () => {},
    clearDraft: async () => {},
    today: () => '2026-11-24',
    saveXlsx: async () => 'tags.xlsx',
    saveCsv: async () => 'tags.xlsx',
    copyTable: async () => true,
    copy: async () => true,
    readFile: async () => openedSheet(),
    readColumns: async () => [],
    changeColumns: async () => {},
    breathe: async () => {},
  };
}

/** What the page round the sheets holds: an advertiser with two trackers, unless a test says otherwise. */
export function sheetStores(around: Partial<Around> = {}) {
  const { signedIn = true, advertiser = ADVERTISER } = around;
  return {
    session: signal(signedIn ? { username: 'trafficker' } : null),
    advertiser: signal(advertiser),
    trackers: signal(around.trackers ?? [tracker(531), tracker(532, { name: 'Other' })]),
    unreadable: signal(around.unreadable ?? 0),
    servers: signal(AD_SERVERS),
    ownHosts: signal<readonly string[]>([]),
    refresh: async () => {},
  };
}
