import type { RecorderMessage } from '../../core/recording/recorder-message';

interface ClearParts {
  readonly now: () => number;
  readonly tell: (message: RecorderMessage) => void;
  readonly clearRequests: (verificationId: string, at: number) => Promise<void>;
}

/**
 * Clears what a verification recorded until now. The recorder is told first: what it still has waiting
 * would come back after the rest is gone.
 */
export async function clearRecording(
  { now, tell, clearRequests }: ClearParts,
  verificationId: string,
): Promise<void> {
  const at = now();
  tell({ kind: 'cleared', verificationId, at });
  await clearRequests(verificationId, at);
}
