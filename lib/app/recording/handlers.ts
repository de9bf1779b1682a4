import type { Captured } from '../../core/recording/picture';
import type { recordingContract } from '../../messaging/recording/contract';
import type { HandlersOf } from '../../messaging/wire/answer';

export interface RecordingDeps {
  /** A picture of a tab, if it is in front and the person has let us. */
  readonly captureTab: (tabId: number) => Promise<Captured>;
  readonly access: {
    /** Those of the sites that the browser tells of. */
    allowed(sites: readonly string[]): Promise<string[]>;
    /** Opens the page that asks for them. */
    ask(sites: readonly string[]): Promise<void>;
    /** The browser tells of nothing until it is started anew. */
    isWaiting(): Promise<boolean>;
    isPutOff(site: string): Promise<boolean>;
    putOff(site: string): Promise<void>;
  };
}

/** What the panel cannot ask of the browser itself. */
export function createRecordingHandlers({
  access,
  captureTab,
}: RecordingDeps): HandlersOf<typeof recordingContract> {
  return {
    'recording.capture': ({ tabId }) => captureTab(tabId),
    async 'recording.readAccess'({ sites }) {
      const [allowed, isWaiting, isPutOff] = await Promise.all([
        access.allowed(sites),
        access.isWaiting(),
        access.isPutOff(sites[0] ?? ''),
      ]);
      return { allowed, isWaiting, isPutOff };
    },
    async 'recording.askAccess'({ sites }) {
      await access.ask(sites);
      return null;
    },
    async 'recording.putOffAccess'({ site }) {
      await access.putOff(site);
      return null;
    },
  };
}
