import { SheetFileError } from '@/lib/core/table/file-problem';
import { type Reading, readingsOf } from '@/lib/core/tag-sheet/read/reading';
import { createTagSheetReader } from '@/lib/core/tag-sheet/read/sheet-reader';
import { readTableFile } from '@/lib/files/read-file';

// Runs beside the page: whatever a file does to its reader, the page goes on answering and can end it.
const say = (reading: Reading) => postMessage(reading);
const PROGRESS_MS = 50;

addEventListener('message', ({ data }: MessageEvent<unknown>) => void read(data));

async function read(file: unknown): Promise<void> {
  try {
    if (!(file instanceof Blob)) throw new SheetFileError('unreadable');
    let next = 0;
    const reader = createTagSheetReader();
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
        ? { kind: 'refused', problem: error.problem }
        : { kind: 'failed', detail: String(error).slice(0, 300) },
    );
  }
}
