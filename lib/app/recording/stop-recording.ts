import type { RecorderMessage } from '../../core/recording/recorder-message';

interface StopParts {
  readonly now: () => number;
  readonly tell: (message: RecorderMessage) => void;
  /** Ends when the recorder has looked through the browser's log, or does not answer. */
  readonly checkAgain: (verificationId: string) => Promise<void>;
  /** Keeps when it was stopped. */
  readonly keep: (verificationId: string, at: number) => Promise<void>;
}

/**
 * Stops a recording: everything that began until now is in it, also what is answered later, and nothing that begins
 * from now on. It stays as it is. Gives when that was, in milliseconds since 1970.
 */
export async function stopRecording(
  { now, tell, checkAgain, keep }: StopParts,
  verificationId: string,
): Promise<number> {
  const at = now();
  tell({ kind: 'stopped', verificationId, at });
  await checkAgain(verificationId);
  await keep(verificationId, at);
  return at;
}
