import type { RunActions } from '@/components/verification/run-actions';
import type { VerificationActions } from '@/components/verification/verification-actions';
import { clearRecording } from '@/lib/app/recording/clear-recording';
import { stopRecording } from '@/lib/app/recording/stop-recording';
import { MAX_FILE_BYTES } from '@/lib/core/base/limits';
import type { RecorderMessage } from '@/lib/core/recording/recorder-message';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { readExpectedInWorker } from '@/lib/platform/page/read-expected-in-worker';
import type { KnownAccount } from '@/lib/platform/storage/storage';
import type { Connection } from '@/lib/store/database';
import { searchLineItems } from '@/lib/store/line-items';
import { acceptBaseline } from '@/lib/store/series';
import { changeVerification, clearRequests } from '@/lib/store/verifications';

const FOUND_LINE_ITEMS = 30;

interface Recorder {
  /** The inspected tab; `null` outside DevTools. */
  readonly tabId: number | null;
  readonly tell: (message: RecorderMessage) => void;
  readonly checkAgain: (id: string) => Promise<void>;
}

/** What is done with a verification as a named set, in any page that shows one. */
export function createRunActions(
  database: Connection,
  account: KnownAccount,
  { tabId, tell, checkAgain }: Recorder,
): RunActions & Pick<VerificationActions, 'clear'> {
  return {
    change: async (id, make) => void (await changeVerification(await database(), id, make)),
    acceptBaseline: async (id, baseline) => acceptBaseline(await database(), id, baseline),
    async clear(id) {
      const db = await database();
      const clear = (of: string, at: number) => clearRequests(db, of, at);
      await clearRecording({ now: Date.now, tell, clearRequests: clear }, id);
    },
    async stop(id) {
      const db = await database();
      const keep = async (of: string, stoppedAt: number) =>
        void (await changeVerification(db, of, (row) => ({ ...row, stoppedAt })));
      return stopRecording({ now: Date.now, tell, checkAgain, keep }, id);
    },
    repeat:
      tabId === null ? null : (verificationId) => tell({ kind: 'repeat', verificationId, tabId }),
    async readExpectedFile(file, onProgress, signal) {
      if (file.size > MAX_FILE_BYTES) throw new SheetFileError('too-large');
      const worker = new Worker(new URL('./expected-worker.ts', import.meta.url), {
        type: 'module',
      });
      return readExpectedInWorker(worker, file, onProgress, signal);
    },
    searchLineItems: async (text) =>
      searchLineItems(await database(), await account(), text, FOUND_LINE_ITEMS),
  };
}
