import type { HarActions } from '@/components/verification/har-model';
import { recordFile } from '@/lib/app/recording/record-file';
import { MAX_HAR_BYTES } from '@/lib/core/base/limits';
import { HarFileError } from '@/lib/core/recording/har-problem';
import { readHarInWorker } from '@/lib/platform/page/read-in-worker';
import type { KnownAccount } from '@/lib/platform/storage/storage';
import type { Connection } from '@/lib/store/database';
import { keepFileRecording } from '@/lib/store/verifications';

import { keepNewest } from '../shared/keep-newest';

/** Reads HAR files beside the page and keeps them with what was recorded. */
export function createHarActions(database: Connection, account: KnownAccount): HarActions {
  return {
    recordFile: (file, { onProgress, onRead, signal }) => {
      async function read() {
        if (file.size > MAX_HAR_BYTES) throw new HarFileError('too-large');
        const worker = new Worker(new URL('./har-worker.ts', import.meta.url), { type: 'module' });
        const found = await readHarInWorker(worker, file, onProgress, signal);
        onRead();
        return found;
      }
      return recordFile(
        {
          read,
          async keep(recording) {
            const db = await database();
            const id = await keepFileRecording(db, await account(), recording);
            await keepNewest(database, id);
            return id;
          },
          now: Date.now,
          newId: () => crypto.randomUUID(),
          signal,
        },
        file.name,
      );
    },
  };
}
