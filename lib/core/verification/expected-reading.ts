import { MAX_FILE_BYTES } from '../base/limits';
import { z } from '../base/schema';
import { FileProblemSchema, SheetFileError } from '../table/file-problem';
import type { ReadProgress } from '../table/read-progress';
import { type Taken, TakenSchema } from './taken';

const upTo = z.int().check(z.gte(0), z.lte(MAX_FILE_BYTES));

/** What the reader of a file of trackers says, one message after the other; it ends with one of the last three. */
const ExpectedReadingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: upTo, total: upTo }),
  z.object({ kind: z.literal('taken'), taken: TakenSchema }),
  z.object({ kind: z.literal('refused'), problem: FileProblemSchema }),
  z.object({ kind: z.literal('failed'), detail: z.string().check(z.maxLength(1000)) }),
]);
export type ExpectedReading = z.infer<typeof ExpectedReadingSchema>;

/** Takes what the reader says: gives what was understood once that is told, and fails with `SheetFileError`. */
export function takeExpectedReading(
  message: unknown,
  onProgress: (progress: ReadProgress) => void,
): Taken | null {
  const reading = ExpectedReadingSchema.parse(message);
  switch (reading.kind) {
    case 'progress':
      onProgress({ done: reading.done, total: reading.total });
      return null;
    case 'taken':
      return reading.taken;
    case 'refused':
      throw new SheetFileError(reading.problem);
    case 'failed':
      throw new Error(reading.detail);
  }
}
