import type { AdServer } from '../ad-server/ad-server';
import type { Ref, Tracker } from '../tracker/tracker';
import { dayCell, type SheetCell } from '../table/cells';
import type { Table } from '../table/table';
import type { SheetChoices } from './choices';
import { SHEET_COLUMNS, type SheetColumn } from './columns';
import { type PlacementRow, placementRow, rowCells, type RowWords } from './placement-row';

/** What a tag sheet is made of. */
export interface SheetOrder {
  readonly advertiser: Ref;
  readonly trackers: readonly Tracker[];
  readonly servers: readonly AdServer[];
  readonly choices: SheetChoices;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export interface SheetWords extends RowWords {
  readonly title: string;
  readonly block: Readonly<
    Record<'advertiser' | 'campaign' | 'author' | 'date' | 'version', string>
  >;
  /** The Instructions sheet: its own header, then what each column is, then what to mind. */
  readonly instructions: {
    readonly header: readonly [string, string];
    readonly columns: Readonly<Record<SheetColumn, string>>;
    readonly rules: readonly (readonly [string, string])[];
  };
}

/** How many rows the sheet will have below its header. */
export function countRows({ trackers, servers }: Pick<SheetOrder, 'trackers' | 'servers'>): number {
  return trackers.length * servers.length;
}

/** One row of the order by its place, so that a long preview builds only what is in view. */
export function rowAt(order: SheetOrder, index: number): PlacementRow | null {
  const { trackers, servers, choices } = order;
  const tracker = trackers[Math.floor(index / servers.length)];
  const server = servers[index % servers.length];
  return tracker && server ? placementRow(tracker, server, choices) : null;
}

/** The header and one row for each tracker and ad server: what is copied as a table. */
export function rowsTable(order: SheetOrder, words: SheetWords): Table {
  const header = SHEET_COLUMNS.map(({ title }) => title);
  const rows = order.trackers.flatMap((tracker) =>
    order.servers.map((server) => cellsOf(placementRow(tracker, server, order.choices))),
  );
  return { rows: [header, ...rows], headerRow: 0 };

  function cellsOf(row: PlacementRow): readonly SheetCell[] {
    const cells = rowCells(row, order.advertiser, order.choices, words);
    return SHEET_COLUMNS.map(({ key }) => cells[key]);
  }
}

/** The whole sheet "Tags": the block at the top, an empty row, then header and rows. */
export function tagsTable(order: SheetOrder, words: SheetWords): Table {
  const { advertiser, choices, today } = order;
  const { block } = words;
  const top: readonly (readonly SheetCell[])[] = [
    [words.title],
    [block.advertiser, `${advertiser.name} (${advertiser.id})`],
    [block.campaign, choices.campaign.trim() || null],
    [block.author, choices.author.trim() || null],
    [block.date, dayCell(today)],
    [block.version, choices.version.trim() || null],
    [],
  ];
  const { rows } = rowsTable(order, words);
  return { rows: [...top, ...rows], headerRow: top.length };
}

/** The sheet "Instructions". */
export function instructionsTable({ instructions }: SheetWords): Table {
  return {
    rows: [
      instructions.header,
      ...SHEET_COLUMNS.map(({ key, title }) => [title, instructions.columns[key]]),
      ...instructions.rules,
    ],
    headerRow: 0,
  };
}
