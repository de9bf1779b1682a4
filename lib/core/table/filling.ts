import { LAST_COLUMN, LAST_ROW, MAX_CELL_CHARS, MAX_FILE_BYTES, MAX_ROWS } from '../base/limits';
import { z } from '../base/schema';
import { FileProblemSchema, SheetFileError } from './file-problem';
import { FillError, FillProblemSchema } from './fill-problem';
import { FILL_NOTES, type FillNote } from './filled-cell';
import type { FillOrder, PlacedColumn } from './plan-fill';

const MAX_NAME = 300;
const MAX_COLUMNS = 300;
const text = (most: number) => z.string().check(z.maxLength(most));
const upTo = (most: number) => z.int().check(z.gte(0), z.lte(most));
const listOf = <T extends z.core.$ZodType>(item: T, most: number) =>
  z.array(item).check(z.maxLength(most));

/** What a filler of files is asked, beside the file. */
export const FillAskSchema = z.object({
  sheet: text(MAX_NAME),
  order: z.object({
    // -1 where no row names the columns.
    headerRow: z.int().check(z.gte(-1), z.lte(LAST_ROW - 1)),
    columns: listOf(
      z.object({ title: text(MAX_CELL_CHARS), onlyIfFilled: z.boolean(), keeps: z.boolean() }),
      MAX_COLUMNS,
    ),
    rows: listOf(
      z.object({
        row: upTo(LAST_ROW - 1),
        values: listOf(z.union([text(MAX_CELL_CHARS), z.number(), z.null()]), MAX_COLUMNS),
      }),
      MAX_ROWS,
    ),
  }),
});

/** A file that was filled in, and where. */
export interface Filled {
  readonly bytes: ArrayBuffer;
  readonly notes: readonly FillNote[];
  readonly placed: readonly PlacedColumn[];
}

// A filled file has at most as many bytes more as there may be in a file.
const MAX_FILLED_BYTES = 2 * MAX_FILE_BYTES;
const BytesSchema = z
  .instanceof(ArrayBuffer)
  .check(z.refine((bytes) => bytes.byteLength <= MAX_FILLED_BYTES));

/** What the filler of files says; it ends with one of the last three. */
const FillingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('going-on') }),
  z.object({
    kind: z.literal('filled'),
    bytes: BytesSchema,
    notes: listOf(z.enum(FILL_NOTES), FILL_NOTES.length),
    placed: listOf(
      z.object({
        title: text(MAX_CELL_CHARS),
        column: upTo(LAST_COLUMN - 1),
        isNew: z.boolean(),
      }),
      MAX_COLUMNS,
    ),
  }),
  z.object({
    kind: z.literal('refused'),
    problem: z.union([FileProblemSchema, FillProblemSchema]),
    where: text(MAX_NAME),
  }),
  z.object({ kind: z.literal('failed'), detail: text(1000) }),
]);
export type Filling = z.infer<typeof FillingSchema>;

/** What a filler is asked, as a message. */
export function fillAsk(sheet: string, { headerRow, columns, rows }: FillOrder) {
  return { sheet: sheet.slice(0, MAX_NAME), order: { headerRow, columns, rows } };
}

/** Why nothing was filled in, as a message; `null` where it is no reason that is known. */
export function fillingRefused(error: unknown): Filling | null {
  if (error instanceof FillError) {
    return { kind: 'refused', problem: error.problem, where: error.where.slice(0, MAX_NAME) };
  }
  if (error instanceof SheetFileError) {
    return { kind: 'refused', problem: error.problem, where: '' };
  }
  return null;
}

/** Reads what the filler says: the file once it is there. Fails with what was said. */
export function takeFilling(message: unknown): Filled | null {
  const filling = FillingSchema.parse(message);
  switch (filling.kind) {
    case 'going-on':
      return null;
    case 'filled':
      return filling;
    case 'refused': {
      const fill = FillProblemSchema.safeParse(filling.problem);
      if (fill.success) throw new FillError(fill.data, filling.where);
      throw new SheetFileError(FileProblemSchema.parse(filling.problem));
    }
    case 'failed':
      throw new Error(filling.detail);
  }
}
