import { z } from '../base/schema';
import { FileProblemSchema, SheetFileError } from '../table/file-problem';
import { MAX_PAGES, type PageList } from './page-list';
import { PageToVisitSchema } from './visited';

const MAX_LINES = 100;

/** What the reader of a list of pages says: one of these. */
const ListReadingSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('list'),
    list: z.object({
      pages: z.array(PageToVisitSchema).check(z.maxLength(MAX_PAGES)),
      refused: z
        .array(z.object({ line: z.number(), what: z.enum(['address', 'id']), text: z.string() }))
        .check(z.maxLength(MAX_LINES)),
      refusedCount: z.number(),
      isTooLong: z.boolean(),
      isUntitled: z.boolean(),
    }),
  }),
  z.object({ kind: z.literal('refused'), problem: FileProblemSchema }),
  z.object({ kind: z.literal('failed'), detail: z.string().check(z.maxLength(1000)) }),
]);
export type ListReading = z.infer<typeof ListReadingSchema>;

/** Reads what the reader of a list says; fails with what it failed with. */
export function takeList(message: unknown): PageList {
  const reading = ListReadingSchema.parse(message);
  if (reading.kind === 'list') return reading.list;
  if (reading.kind === 'refused') throw new SheetFileError(reading.problem);
  throw new Error(reading.detail);
}
