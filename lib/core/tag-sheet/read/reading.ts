import {
  MAX_CELL_CHARS,
  LAST_COLUMN,
  MAX_FILE_BYTES,
  MAX_FINGERPRINT_CHARS,
  LAST_ROW,
  MAX_KNOWN_COLUMNS,
  MAX_ROWS,
  MAX_SHEET_CHARS,
  MAX_TITLE_CHARS,
} from '../../base/limits';
import { z } from '../../base/schema';
import type { ReadProgress } from '../../table/read-progress';
import { SHEET_COLUMNS, TAG_FORMS } from '../columns';
import { FileProblemSchema, SheetFileError } from '../../table/file-problem';
import type { ColumnOffer } from './choose-columns';
import { ColumnChoiceSchema } from './column-choice';
import { NoHeaderError } from './no-header';
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
const OfferSchema = z.object({
  titles: listOf(z.object({ index: column, title: text(MAX_TITLE_CHARS) }), MAX_KNOWN_COLUMNS),
  fingerprint: text(MAX_FINGERPRINT_CHARS),
  choice: z.nullable(ColumnChoiceSchema),
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
    offer: OfferSchema,
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
  z.object({
    kind: z.literal('refused'),
    problem: FileProblemSchema,
    offer: z.nullable(OfferSchema),
  }),
  z.object({ kind: z.literal('failed'), detail: text(1000) }),
]);
export type Reading = z.infer<typeof ReadingSchema>;

/** A sheet as messages, in pieces, so that whoever takes them can answer in between. */
export function* readingsOf({ name, header, offer, rows }: OpenSheet): Generator<Reading> {
  yield {
    kind: 'sheet',
    name: name.slice(0, MAX_NAME),
    header: { ...header, columns: [...header.columns], tagColumns: [...header.tagColumns] },
    offer: copied(offer),
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

/** Why a file is not read, as a message. */
export function refusalOf(error: SheetFileError): Reading {
  const offer = error instanceof NoHeaderError ? error.offer : null;
  return { kind: 'refused', problem: error.problem, offer: offer && copied(offer) };
}

function copied({ titles, fingerprint, choice }: ColumnOffer) {
  return { titles: [...titles], fingerprint, choice };
}

/** Puts the sheet together again. `take` gives it once it is whole, and fails with what was said. */
export function gatherSheet(onProgress: (progress: ReadProgress) => void) {
  let head: (Omit<OpenSheet, 'rows'> & { columns: readonly number[] }) | null = null;
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
          const { name, header, offer, columns } = reading;
          head = { name, offer, columns, header: { ...header, columns: new Map(header.columns) } };
          return null;
        }
        case 'rows':
          addRows(reading.rows);
          return null;
        case 'end':
          if (head === null) throw new SheetFileError('reader-stopped');
          return { name: head.name, header: head.header, offer: head.offer, rows };
        case 'refused':
          if (reading.problem === 'no-header') throw new NoHeaderError(reading.offer);
          throw new SheetFileError(reading.problem);
        case 'failed':
          throw new Error(reading.detail);
      }
    },
  };
}
