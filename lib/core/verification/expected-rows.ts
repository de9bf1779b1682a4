import { readText } from '../table/cells';
import { type RawRow, valueAt } from '../table/raw-row';
import { readTrackerId } from '../pixel/tracker-id';
import { readTags } from '../tag/read/read-tags';
import { spoiledId, TRACKER_ID_TITLE } from '../tracker/read-ids';
import { createTaking, type Taken, type Taking } from './taken';

/** How far down the titles are looked for: blocks of 17 rows above them have been met. */
const SEARCHED_ROWS = 100;
/** Rows of one sheet that are looked at. */
const MAX_ROWS = 50_000;

/**
 * Takes the rows of a file's sheets and gives the trackers of the one that names most: by a column whose title says so,
 * by the tags in its cells, or by ids in its first column.
 */
export function createExpectedReader() {
  const sheets: RawRow[][] = [];
  return {
    score: { rows: SEARCHED_ROWS, of: scoreOf },
    open: () => {
      const rows: RawRow[] = [];
      sheets.push(rows);
      return (row: RawRow) => rows.push(row) < MAX_ROWS;
    },
    finish(): Taken {
      const all = sheets.map(takeRows);
      const [best] = all.toSorted((one, other) => other.size() - one.size());
      return (best ?? createTaking()).taken();
    },
  };
}

/** The trackers of the rows of one sheet. */
export function takeRows(rows: readonly RawRow[]): Taking {
  const taking = createTaking();
  const header = rows.slice(0, SEARCHED_ROWS).find((row) => idColumnOf(row) !== null);
  const column = header ? idColumnOf(header) : null;
  const first = header ? header.row + 1 : firstRowOf(rows);
  for (const row of rows) if (row.row >= first) takeRow(row, column, taking);
  return taking;
}

function takeRow(row: RawRow, column: number | null, taking: Taking): void {
  const texts = row.values.map((value) => readText(value).trim());
  const said = texts.find((text) => text !== '');
  if (said === undefined) return;
  const line = row.row + 1;
  const tags = texts.flatMap((text) => (holdsTag(text) ? readTags(text).tags : []));
  const inTags = new Set(tags.flatMap(({ spec }) => spec?.trackerId ?? []));
  // Without titles an id may stand before its name.
  const cell = column === null ? said : readText(valueAt(row, column)).trim();
  const ownId = readTrackerId(cell.replace(/^#/, ''));
  const ids = new Set(ownId === null ? inTags : [ownId, ...inTags]);
  const [id] = ids;
  if (ids.size > 1) taking.refuse(line, cell || said, 'several-ids');
  else if (id !== undefined) taking.take(id);
  else if (tags.length > 0) taking.refuse(line, said, 'tag-without-id');
  else {
    const isNamed = column !== null && cell !== '';
    const spoiled = isNamed ? spoiledId(cell) : null;
    // What is wrong in the cell is shown, and not the first one of its row.
    taking.refuse(line, spoiled ? cell : said, spoiled ?? (isNamed ? 'bad-id' : 'no-id'));
  }
}

function idColumnOf({ columns, values }: RawRow): number | null {
  const at = values.findIndex((value) => TRACKER_ID_TITLE.test(readText(value).trim()));
  return columns[at] ?? null;
}

/** Where no row has a title of ids, what stands above the first id or tag is an introduction. */
function firstRowOf(rows: readonly RawRow[]): number {
  const first = rows.find(({ values }) => {
    const texts = values.map((value) => readText(value).trim()).filter(Boolean);
    return readTrackerId(texts[0] ?? null) !== null || texts.some(holdsTag);
  });
  return first?.row ?? 0;
}

function holdsTag(text: string): boolean {
  return /imptr/i.test(text);
}

/** How well rows are understood: of several ways to cut a text into cells the best counts. */
function scoreOf(rows: readonly RawRow[]): number {
  const isTitled = rows.some((row) => idColumnOf(row) !== null);
  return takeRows(rows).size() * 2 + Number(isTitled);
}
