import type { Captured } from '../../core/recording/picture';
import type { recordingContract } from '../../messaging/recording/contract';
import type { HandlersOf } from '../../messaging/wire/answer';

export interface RecordingDeps {
  /** A picture of a tab, if it is in front and the person has let us. */
  readonly captureTab: (tabId: number) => Promise<Captured>;
}

/** Takes pictures of tabs. */
export function createRecordingHandlers({
  captureTab,
}: RecordingDeps): HandlersOf<typeof recordingContract> {
  return { 'recording.capture': ({ tabId }) => captureTab(tabId) };
}
