import { MAX_FILE_BYTES } from '../../base/limits';
import { z } from '../../base/schema';
import { FileProblemSchema, SheetFileError } from '../../table/file-problem';
import type { ReadProgress } from '../../table/read-progress';
import { type SheetReading, SheetReadingSchema } from './sheet-placements';

const bytes = z.int().check(z.gte(0), z.lte(MAX_FILE_BYTES));

/** What the reader of a tag sheet’s placements says, one message after the other; it ends with one of the last three. */
const MessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: bytes, total: bytes }),
  z.object({ kind: z.literal('read'), reading: SheetReadingSchema }),
  z.object({ kind: z.literal('refused'), problem: FileProblemSchema }),
  z.object({ kind: z.literal('failed'), detail: z.string().check(z.maxLength(1000)) }),
]);
export type SheetMessage =
  | Exclude<z.infer<typeof MessageSchema>, { kind: 'read' }>
  | { readonly kind: 'read'; readonly reading: SheetReading };

/** Takes what the reader says, and gives what was read once it is there. Fails with `SheetFileError` where the file is none. */
export function takeSheetMessage(onProgress: (progress: ReadProgress) => void) {
  return (message: unknown): SheetReading | null => {
    const said = MessageSchema.parse(message);
    switch (said.kind) {
      case 'progress':
        onProgress({ done: said.done, total: said.total });
        return null;
      case 'read':
        return said.reading;
      case 'refused':
        throw new SheetFileError(said.problem);
      case 'failed':
        throw new Error(said.detail);
    }
  };
}
