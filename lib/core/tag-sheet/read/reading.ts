import {
  MAX_CELL_CHARS,
  LAST_COLUMN,
  MAX_FILE_BYTES,
  LAST_ROW,
  MAX_KNOWN_COLUMNS,
  MAX_ROWS,
  MAX_SHEET_CHARS,
} from '../../base/limits';
import { z } from '../../base/schema';
import type { ReadProgress } from '../../table/read-progress';
import { SHEET_COLUMNS, TAG_FORMS } from '../columns';
import { FileProblemSchema, SheetFileError } from '../../table/file-problem';
import type { SheetHeader } from './header';
import type { RawRow } from '../../table/raw-row';
import type { OpenSheet } from './open-sheet';

const ROWS_A_MESSAGE = 500;
const MAX_NAME = 300;

const upTo = (most: number) => z.int().check(z.gte(0), z.lte(most));
const text = (most: number) => z.string().check(z.maxLength(most));
const listOf = <T extends z.core.$ZodType>(item: T, most: number) =>
  z.array(item).check(z.maxLength(most));

const column = upTo(LAST_COLUMN - 1);
const row = upTo(LAST_ROW - 1);
const HeaderSchema = z.object({
  // -1 where no row names the columns.
  row: z.int().check(z.gte(-1), z.lte(LAST_ROW - 1)),
  columns: listOf(
    z.tuple([z.enum(SHEET_COLUMNS.map(({ key }) => key)), column]),
    SHEET_COLUMNS.length,
  ),
  tagColumns: listOf(
    z.object({ index: column, form: z.enum([...TAG_FORMS, 'any']), title: text(MAX_CELL_CHARS) }),
    MAX_KNOWN_COLUMNS,
  ),
});

/** What the reader of files says, one message after the other; it ends with one of the last three. */
const ReadingSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('progress'),
    done: upTo(MAX_FILE_BYTES),
    total: upTo(MAX_FILE_BYTES),
  }),
  z.object({
    kind: z.literal('sheet'),
    name: text(MAX_NAME),
    header: HeaderSchema,
    columns: listOf(column, MAX_KNOWN_COLUMNS),
  }),
  z.object({
    kind: z.literal('rows'),
    rows: listOf(
      z.object({ row, values: listOf(text(MAX_CELL_CHARS), MAX_KNOWN_COLUMNS) }),
      ROWS_A_MESSAGE,
    ),
  }),
  z.object({ kind: z.literal('end') }),
  z.object({ kind: z.literal('refused'), problem: FileProblemSchema }),
  z.object({ kind: z.literal('failed'), detail: text(1000) }),
]);
export type Reading = z.infer<typeof ReadingSchema>;

/** A sheet as messages, in pieces, so that whoever takes them can answer in between. */
export function* readingsOf({ name, header, rows }: OpenSheet): Generator<Reading> {
  yield {
    kind: 'sheet',
    name: name.slice(0, MAX_NAME),
    header: { ...header, columns: [...header.columns], tagColumns: [...header.tagColumns] },
    columns: [...(rows[0]?.columns ?? [])],
  };
  for (let from = 0; from < rows.length; from += ROWS_A_MESSAGE) {
    const some = rows.slice(from, from + ROWS_A_MESSAGE);
    yield {
      kind: 'rows',
      rows: some.map(({ row, values }) => ({ row, values: values.map(String) })),
    };
  }
  yield { kind: 'end' };
}

/** Puts the sheet together again. `take` gives it once it is whole, and fails with what was said. */
export function gatherSheet(onProgress: (progress: ReadProgress) => void) {
  let head: { name: string; header: SheetHeader; columns: readonly number[] } | null = null;
  const rows: RawRow[] = [];
  let size = 0;

  function addRows(some: readonly { row: number; values: readonly string[] }[]): void {
    const columns = head?.columns ?? [];
    for (const { row, values } of some) {
      size += values.reduce((sum, value) => sum + value.length, 0);
      rows.push({ row, columns, values });
    }
    if (rows.length > MAX_ROWS || size > MAX_SHEET_CHARS) throw new SheetFileError('too-much');
  }

  return {
    take(message: unknown): OpenSheet | null {
      const reading = ReadingSchema.parse(message);
      switch (reading.kind) {
        case 'progress':
          onProgress({ done: reading.done, total: reading.total });
          return null;
        case 'sheet': {
          const { name, header, columns } = reading;
          head = { name, columns, header: { ...header, columns: new Map(header.columns) } };
          return null;
        }
        case 'rows':
          addRows(reading.rows);
          return null;
        case 'end':
          if (head === null) throw new SheetFileError('reader-stopped');
          return { name: head.name, header: head.header, rows };
        case 'refused':
          throw new SheetFileError(reading.problem);
        case 'failed':
          throw new Error(reading.detail);
      }
    },
  };
}
