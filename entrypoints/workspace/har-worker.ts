import { z } from '@/lib/core/base/schema';
import { readHarFile } from '@/lib/core/recording/har-file';
import { HarFileError } from '@/lib/core/recording/har-problem';
import { type HarReading, harReadingsOf } from '@/lib/core/recording/har-reading';
import { sha256 } from '@/lib/files/digest';
import { parseHar } from '@/lib/files/read-har';

// Runs beside the page: whatever a file does to its reader, the page goes on answering and can end it.
const say = (reading: HarReading) => postMessage(reading);
const OrderSchema = z.object({ file: z.instanceof(Blob) });
const STEPS = 4;

addEventListener('message', ({ data }: MessageEvent<unknown>) => void read(data));

async function read(order: unknown): Promise<void> {
  try {
    const { file } = OrderSchema.parse(order);
    const bytes = new Uint8Array(await file.arrayBuffer());
    say({ kind: 'progress', done: 1, total: STEPS });
    const digest = await sha256(bytes);
    say({ kind: 'progress', done: 2, total: STEPS });
    const value = parseHar(bytes);
    say({ kind: 'progress', done: 3, total: STEPS });
    const har = readHarFile(value);
    if (har === null) throw new HarFileError('not-har');
    for (const reading of harReadingsOf({ har, digest })) say(reading);
  } catch (error) {
    say(
      error instanceof HarFileError
        ? { kind: 'refused', problem: error.problem }
        : { kind: 'failed', detail: String(error).slice(0, 300) },
    );
  }
}
