import type { RecorderMessage } from '../../core/recording/recorder-message';

interface DeleteParts {
  readonly deleteVerification: (verificationId: string) => Promise<void>;
  readonly tell: (message: RecorderMessage) => void;
}

/**
 * Deletes a verification with all it recorded. Its recorder, if it still writes, is told once it is gone,
 * and goes on under a new one.
 */
export async function deleteRecording(
  { deleteVerification, tell }: DeleteParts,
  verificationId: string,
): Promise<void> {
  await deleteVerification(verificationId);
  tell({ kind: 'deleted', verificationId });
}
