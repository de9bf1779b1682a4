import { z } from '@/lib/core/base/schema';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { ColumnMemorySchema } from '@/lib/core/tag-sheet/read/column-memory';
import { type Reading, readingsOf, refusalOf } from '@/lib/core/tag-sheet/read/reading';
import { createTagSheetReader } from '@/lib/core/tag-sheet/read/sheet-reader';
import { readTableFile } from '@/lib/files/read-file';

// Runs beside the page: whatever a file does to its reader, the page goes on answering and can end it.
const say = (reading: Reading) => postMessage(reading);
const PROGRESS_MS = 50;
const OrderSchema = z.object({ file: z.instanceof(Blob), memory: ColumnMemorySchema });

addEventListener('message', ({ data }: MessageEvent<unknown>) => void read(data));

async function read(order: unknown): Promise<void> {
  try {
    const { file, memory } = OrderSchema.parse(order);
    let next = 0;
    const reader = createTagSheetReader(memory);
    readTableFile(await file.arrayBuffer(), reader, ({ done, total }) => {
      const now = performance.now();
      if (now < next) return;
      next = now + PROGRESS_MS;
      say({ kind: 'progress', done, total });
    });
    for (const reading of readingsOf(reader.finish())) say(reading);
  } catch (error) {
    say(
      error instanceof SheetFileError
        ? refusalOf(error)
        : { kind: 'failed', detail: String(error).slice(0, 300) },
    );
  }
}
