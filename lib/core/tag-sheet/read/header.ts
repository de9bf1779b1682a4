import { readText } from '../../table/cells';
import { SHEET_COLUMNS, type SheetColumn, TAG_FORMS, type TagForm } from '../columns';
import type { RawRow } from '../../table/raw-row';

/** A column whose cells hold tags; `any` where the sheet does not say in which form. */
export interface TagColumn {
  readonly index: number;
  readonly form: TagForm | 'any';
  readonly title: string;
}

/** The row that names the columns, and what was understood of it. Counted from 0. */
export interface SheetHeader {
  readonly row: number;
  readonly columns: ReadonlyMap<SheetColumn, number>;
  readonly tagColumns: readonly TagColumn[];
}

// Titles met in other tag sheets (ad-servers.md section 5), beside our own.
const OTHER_TITLES: readonly (readonly [SheetColumn | 'any', readonly string[]])[] = [
  ['trackerId', ['Imp Tracker ID', 'Impression Tracker ID']],
  ['trackerName', ['Imp Tracker Name', 'Impression Tracker Name']],
  ['adServer', ['Ad server (target)', 'Target']],
  ['site', ['Site Name']],
  ['placement', ['Placement ID', 'Placement Name', 'Placement']],
  ['creative', ['Ad Name', 'Creative Name', 'Creative', 'File Name', 'Name']],
  ['dimensions', ['Size', 'Creative Dimensions']],
  ['start', ['Start Date', 'Placement Start Date']],
  ['end', ['End Date', 'Placement End Date']],
  ['format', ['Format (image/script)']],
  [
    'url',
    ['Impression URL', 'Pixel URL', 'Tag URL', 'Impression Tracking URL', 'Impression Tracker URL'],
  ],
  ['image', ['Impression Tag', 'Image Tag', 'IMG Tag']],
  [
    'javascript',
    [
      'JavaScript Tag',
      'JS_HTTPS',
      'Script',
      'Script | SECURED',
      'Display Blocking Script | SECURED',
      'Blocking JavaScript Tag',
    ],
  ],
  ['any', ['Third-party vendor tracking tag', 'Third-party tag', 'Tag Content', 'Content', 'Tag']],
  ['cachebuster', ['Cachebuster macro used']],
  ['cost', ['Cost macro + unit (or "none")', 'Cost macro']],
  ['consent', ['Consent macros used']],
  ['pasteInto', ['Paste into (screen/field)']],
];

const KNOWN = new Map<string, SheetColumn | 'any'>([
  ...OTHER_TITLES.flatMap(([key, titles]) => titles.map((title) => [plain(title), key] as const)),
  ...SHEET_COLUMNS.map(({ key, title }) => [plain(title), key] as const),
]);

/** How far down a header is looked for; blocks of 17 rows above it have been met. */
export const SEARCHED_ROWS = 100;

/**
 * The header row, wherever it stands: the row with most known titles among the first hundred, if it
 * has two at least and one of them is of a tag. `null` where there is none.
 */
export function findHeader(rows: readonly RawRow[]): SheetHeader | null {
  let best: SheetHeader | null = null;
  for (const row of rows) {
    if (row.row >= SEARCHED_ROWS) continue;
    const header = readHeader(row);
    if (header.tagColumns.length === 0 || sizeOf(header) < 2) continue;
    if (best === null || sizeOf(header) > sizeOf(best)) best = header;
  }
  return best;
}

/** How many columns were understood. */
export function sizeOf({ columns, tagColumns }: SheetHeader): number {
  const others = tagColumns.filter(
    ({ form, index }) => form === 'any' || columns.get(form) !== index,
  );
  return columns.size + others.length;
}

/** The columns that the sheet's rows are read of, in order. */
export function knownColumns({ columns, tagColumns }: SheetHeader): readonly number[] {
  const known = new Set([...columns.values(), ...tagColumns.map(({ index }) => index)]);
  return [...known].toSorted((a, b) => a - b);
}

function readHeader({ row, columns: places, values }: RawRow): SheetHeader {
  const columns = new Map<SheetColumn, number>();
  const tagColumns: TagColumn[] = [];
  for (const [at, value] of values.entries()) {
    const index = places[at] ?? 0;
    const title = readText(value).trim();
    const key = KNOWN.get(plain(title));
    if (key === undefined) continue;
    if (key !== 'any' && !columns.has(key)) columns.set(key, index);
    if (key === 'any' || isForm(key)) tagColumns.push({ index, form: key, title });
  }
  return { row, columns, tagColumns };
}

function isForm(key: SheetColumn): key is TagForm {
  return TAG_FORMS.some((form) => form === key);
}

// Case, spaces and punctuation differ from sheet to sheet.
function plain(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
