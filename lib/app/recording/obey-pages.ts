import type { RecorderMessage } from '../../core/recording/recorder-message';
import type { recordPixels } from './record-pixels';

/** Has the recorder of a tab do what a page asks of it; says whether it was about what is recorded now. */
export function obeyPages(
  recorder: ReturnType<typeof recordPixels>,
  tabId: number | null,
  message: RecorderMessage,
): boolean {
  if (message.kind === 'repeat' && message.tabId === tabId)
    void recorder.repeat(message.verificationId);
  if (message.verificationId !== recorder.verificationId) return false;
  if (message.kind === 'check-again') void recorder.checkAgain();
  if (message.kind === 'cleared') recorder.clear(message.at);
  if (message.kind === 'stopped') recorder.stop(message.at);
  if (message.kind === 'deleted') void recorder.deleted(message.verificationId);
  return true;
}
