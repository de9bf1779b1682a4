import { z } from '@/lib/core/base/schema';
import { SheetFileError } from '@/lib/core/table/file-problem';
import type { ExpectedReading } from '@/lib/core/verification/expected-reading';
import { createExpectedReader } from '@/lib/core/verification/expected-rows';
import { readTableFile } from '@/lib/files/read-file';

// Runs beside the page: whatever a file does to its reader, the page goes on answering and can end it.
const say = (reading: ExpectedReading) => postMessage(reading);
const PROGRESS_MS = 50;
const OrderSchema = z.object({ file: z.instanceof(Blob) });

addEventListener('message', ({ data }: MessageEvent<unknown>) => void read(data));

async function read(order: unknown): Promise<void> {
  try {
    const { file } = OrderSchema.parse(order);
    let next = 0;
    const reader = createExpectedReader();
    readTableFile(await file.arrayBuffer(), reader, ({ done, total }) => {
      const now = performance.now();
      if (now < next) return;
      next = now + PROGRESS_MS;
      say({ kind: 'progress', done, total });
    });
    say({ kind: 'taken', taken: reader.finish() });
  } catch (error) {
    say(
      error instanceof SheetFileError
        ? { kind: 'refused', problem: error.problem }
        : { kind: 'failed', detail: String(error).slice(0, 300) },
    );
  }
}
