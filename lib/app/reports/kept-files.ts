import { stored } from '../../core/base/stored';
import type { KeptFile, KeptHead } from '../../core/report/kept-file';
import {
  deleteKeptFile,
  keepThreshold,
  type KeptAs,
  putKeptFile,
  readKeptFile,
  readKeptHead,
} from '../../store/comparisons';
import type { Connection } from '../../store/database';

interface Parts {
  readonly database: Connection;
  readonly account: () => Promise<string>;
  readonly now: () => number;
  /** A name that nothing else has. */
  readonly newId: () => string;
}

type Reading = Pick<KeptHead, 'id' | 'reading'>;

/**
 * What a page keeps of ad servers' reports beside its own, by the id of the report. All of it fails with `storage-failed` where the
 * disk does.
 */
export function createKeptFiles({ database, account, now, newId }: Parts) {
  const place = () => Promise.all([database(), account()]);
  return {
    keptHead: async (id: string) => stored(readKeptHead(...(await place()), id)),
    keptFile: async (id: string) => stored(readKeptFile(...(await place()), id)),
    /** Keeps what was read just now; gives what is known of it then, or why it is not kept. */
    async keepFile(
      read: Omit<KeptFile, 'reading' | 'readAt'>,
    ): Promise<KeptHead | Exclude<KeptAs, 'kept'>> {
      const kept = { ...read, reading: newId(), readAt: now() };
      const answer = await stored(putKeptFile(...(await place()), kept));
      if (answer !== 'kept') return answer;
      const { report: _, ...head } = kept;
      return head;
    },
    /** `false` where another reading is kept meanwhile. */
    keepThreshold: async (of: Reading, threshold: number) =>
      stored(keepThreshold(...(await place()), of, threshold)),
    /** `false`, and nothing goes, where another reading is kept meanwhile. */
    removeFile: async (of: Reading) => stored(deleteKeptFile(...(await place()), of)),
  };
}
