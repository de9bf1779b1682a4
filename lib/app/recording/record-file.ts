import { HarFileError } from '../../core/recording/har-problem';
import type { ReadHar } from '../../core/recording/har-reading';
import { recordingOf } from '../../core/verification/recorded-file';
import type { Recording } from '../../core/verification/recording';

interface RecordFileParts {
  /** Reads the file. */
  readonly read: () => Promise<ReadHar>;
  /** Keeps a recording; gives the id of the one that is there of the same file, which may be another. */
  readonly keep: (recording: Recording) => Promise<string>;
  readonly now: () => number;
  readonly newId: () => string;
  /** Ends it before anything is kept. */
  readonly signal: AbortSignal;
}

/** A file that is a recording by now; `isKnown` where it was one before. */
export interface RecordedAs {
  readonly id: string;
  readonly isKnown: boolean;
}

/** Makes a recording of a HAR file, once. Fails with `HarFileError` where there is nothing to judge in it. */
export async function recordFile(
  { read, keep, now, newId, signal }: RecordFileParts,
  name: string,
): Promise<RecordedAs> {
  const { har, digest } = await read();
  if (har.requests.length === 0) throw new HarFileError('no-requests');
  signal.throwIfAborted();
  const id = newId();
  const kept = await keep(recordingOf(har, { id, name, digest, readAt: now() }));
  return { id: kept, isKnown: kept !== id };
}
