import { z } from '@/lib/core/base/schema';
import { SheetFileError } from '@/lib/core/table/file-problem';
import type { ListReading } from '@/lib/core/verification/list-reading';
import { MAX_PAGE_ROWS, PAGE_TITLES, readPageList } from '@/lib/core/verification/page-list';
import { browserAddress, readListFile } from '@/lib/files/read-list';

// Runs beside the page: whatever a file does to its reader, the page goes on answering and can end it.
const say = (reading: ListReading) => postMessage(reading);
const OrderSchema = z.object({ file: z.instanceof(Blob) });

addEventListener('message', ({ data }: MessageEvent<unknown>) => void read(data));

async function read(order: unknown): Promise<void> {
  try {
    const { file } = OrderSchema.parse(order);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { pages, refused, ...list } = readPageList(
      readListFile(bytes, PAGE_TITLES, MAX_PAGE_ROWS),
      browserAddress,
    );
    const copied = pages.map(({ url, ownIds }) => ({ url, ownIds: [...ownIds] }));
    say({ kind: 'list', list: { ...list, pages: copied, refused: [...refused] } });
  } catch (error) {
    say(
      error instanceof SheetFileError
        ? { kind: 'refused', problem: error.problem }
        : { kind: 'failed', detail: String(error).slice(0, 300) },
    );
  }
}
