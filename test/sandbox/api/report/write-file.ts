import { closeSync, openSync, writeSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';

import writeXlsxFile from 'write-excel-file/node';

import type { OrderFields } from './body.ts';
import { COLUMNS } from './columns.ts';
import { cellText, textFormat } from './format.ts';
import { columnKey, type Query } from './query.ts';

/** What a report came to. */
export interface Written {
  readonly rows: number;
  readonly bytes: number;
}

interface Order {
  readonly db: DatabaseSync;
  readonly query: Query;
  readonly fields: OrderFields;
  readonly file: string;
  /** Told when the sandbox ends: a database that is read cannot be closed. */
  readonly signal: AbortSignal;
}

const PIECE = 65_536;
/** After so many rows others have their turn. */
const TURN = 5000;
/** Documented: as XLSX and as Excel file a report has at most so many rows. */
const MOST_EXCEL_ROWS = 100_000;

/** Writes a report to a file, row by row: it is never in memory as a whole. */
export async function writeReport(order: Order): Promise<Written> {
  // Whoever orders has an answer first.
  await setImmediate();
  if (order.fields.format === 'xlsx') return writeXlsx(order);
  const { head, row, foot } = textFormat(order.fields);
  const file = openSync(order.file, 'w');
  try {
    let piece = head;
    let bytes = 0;
    let rows = 0;
    const flush = (): void => {
      bytes += writeSync(file, piece);
      piece = '';
    };
    for await (const cells of rowsOf(order)) {
      piece += row(cells);
      rows += 1;
      if (piece.length >= PIECE) flush();
    }
    piece += foot;
    flush();
    return { rows, bytes };
  } finally {
    closeSync(file);
  }
}

async function* rowsOf(order: Order): AsyncGenerator<string[]> {
  const { db, query, fields } = order;
  const isExcel = fields.format === 'xlsx' || fields.format === 'excel';
  db.exec(query.create);
  try {
    await fillFacts(order);
    let count = 0;
    for (const row of db.prepare(query.select).iterate(query.values)) {
      yield fields.columns.map((name, nth) =>
        cellText(name, row[columnKey(nth)], fields.reporting_decimal_type),
      );
      count += 1;
      if (isExcel && count > MOST_EXCEL_ROWS) throw new Error(`More than ${MOST_EXCEL_ROWS} rows`);
      if (count % TURN === 0) await giveTurn(order);
    }
  } finally {
    db.exec(query.drop);
  }
}

async function fillFacts(order: Order): Promise<void> {
  const fill = order.db.prepare(order.query.fill);
  for (const values of order.query.slices) {
    fill.run(values);
    await giveTurn(order);
  }
}

async function giveTurn({ signal }: Order): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}

async function writeXlsx(order: Order): Promise<Written> {
  const { columns } = order.fields;
  const rows: (string | number)[][] = [];
  for await (const cells of rowsOf(order)) {
    rows.push(cells.map((cell, nth) => cellValue(columns[nth] ?? '', cell)));
  }
  const data = [[...columns], ...rows].map((row) => row.map((value) => ({ value })));
  const bytes = await writeXlsxFile([{ data }]).toBuffer();
  await writeFile(order.file, bytes);
  return { rows: rows.length, bytes: bytes.length };
}

function cellValue(column: string, cell: string): string | number {
  const type = COLUMNS.get(column)?.type;
  const isNumber = (type === 'int' || type === 'money') && /^-?\d+(?:[.,]\d+)?$/.test(cell);
  return isNumber ? Number(cell.replace(',', '.')) : cell;
}
