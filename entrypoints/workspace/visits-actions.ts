import type { DraftActions } from '@/components/stores/draft';
import type { VisitsActions } from '@/components/visits/visits-actions';
import { MAX_FILE_BYTES } from '@/lib/core/base/limits';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { send } from '@/lib/platform/channels/messages';
import { askForVisits } from '@/lib/platform/page/ask-for-visits';
import { readListInWorker } from '@/lib/platform/page/read-list-in-worker';

/** What the workspace does with runs over pages: lists in, and what the background is told. */
export function createVisitsActions(drafts: DraftActions): VisitsActions {
  return {
    ...drafts,
    async readList(file, signal) {
      if (file.size > MAX_FILE_BYTES) throw new SheetFileError('too-large');
      const worker = new Worker(new URL('./list-worker.ts', import.meta.url), { type: 'module' });
      return readListInWorker(worker, file, signal);
    },
    ask: askForVisits,
    start: async (order) => (await send('visits.start', order)).id,
    pause: async (id) => void (await send('visits.pause', { id })),
    goOn: async (id) => void (await send('visits.goOn', { id })),
    stop: async (id) => void (await send('visits.stop', { id })),
  };
}
