import { z } from '@/lib/core/base/schema';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { TrackerColumnMemorySchema } from '@/lib/core/tracker-sheet/columns';
import { readingOf, type TrackerReading, trackerRefusalOf } from '@/lib/core/tracker-sheet/reading';
import { createTrackerSheetReader } from '@/lib/core/tracker-sheet/sheet-reader';
import { readTableFile } from '@/lib/files/read-file';

// Runs beside the page: whatever a file does to its reader, the page goes on answering and can end it.
const say = (reading: TrackerReading) => postMessage(reading);
const PROGRESS_MS = 50;
const OrderSchema = z.object({ file: z.instanceof(Blob), memory: TrackerColumnMemorySchema });

addEventListener('message', ({ data }: MessageEvent<unknown>) => void read(data));

async function read(order: unknown): Promise<void> {
  try {
    const { file, memory } = OrderSchema.parse(order);
    let next = 0;
    const reader = createTrackerSheetReader(memory);
    readTableFile(await file.arrayBuffer(), reader, ({ done, total }) => {
      const now = performance.now();
      if (now < next) return;
      next = now + PROGRESS_MS;
      say({ kind: 'progress', done, total });
    });
    say(readingOf(reader.finish()));
  } catch (error) {
    say(
      error instanceof SheetFileError
        ? trackerRefusalOf(error)
        : { kind: 'failed', detail: String(error).slice(0, 300) },
    );
  }
}
