import type { RecorderMessage } from '../../core/recording/recorder-message';
import type { RequestSource } from '../../core/recording/source';
import type { PageLoad } from '../../core/recording/page-load';
import { isSameDocument, withoutFragment } from '../../core/recording/page-views';
import { isBounce } from '../../core/recording/redirect-target';
import type { WebRequestEvent } from '../../core/recording/web-request';
import { MAX_OPEN } from '../../core/recording/web-request-reading';
import { obeyPages } from './obey-pages';
import { type RecorderParts, recordPixels } from './record-pixels';
import type { TabRecorder } from './record-tabs';
import { createRelayedSource } from './relayed-source';

type Given = 'store' | 'room' | 'tabId' | 'browserRun' | 'now' | 'later' | 'newId';

export interface TabParts extends Pick<RecorderParts, Given> {
  /** The address in the tab; `null` where it is gone or may not be known. */
  readonly address: () => Promise<string | null>;
  /** The page that was heard of as it was loaded into the tab; `null` for none. */
  readonly load: () => PageLoad | null;
  /** Whether a person has pages at this address recorded; of others nothing is kept, and no address. */
  readonly isRecorded: (url: string) => Promise<boolean>;
  /** Whether another person is there than the one whose recording it is. */
  readonly isOfAnother: () => Promise<boolean>;
  /** The line to open pages. */
  readonly openChannel: (hear: (message: RecorderMessage) => void) => {
    send(message: RecorderMessage): void;
    close(): void;
  };
  /** A recording has begun, or goes on. */
  readonly onBegun: (id: string) => void;
  /** Hears all that is told. */
  readonly counter: { hear(message: RecorderMessage): void };
}

/** Records one tab by what `webRequest` tells, from now until it is stopped. */
export function recordTab(parts: TabParts): TabRecorder {
  const { load, counter, isRecorded, ...rest } = parts;
  let isStopped = false;
  let isHandedOver = false;
  /** Requests under way: whoever takes the tab has not heard how they began. */
  const open = new Set<string>();
  const listeners = {
    event: (_event: WebRequestEvent) => {},
    navigated: [] as ((url: string) => void)[],
  };
  const page = {
    onNavigated: (listener: (url: string) => void) => void listeners.navigated.push(listener),
    async current() {
      const url = await parts.address();
      if (url === null || !(await isRecorded(url))) return null;
      const found = load();
      // A page that came while nobody listened would have started the worker, and been heard of.
      const loadedAt = isSameDocument(found?.url, url) ? (found?.startedAt ?? 0) : 0;
      return { url, loadedAt };
    },
  };
  const { tabId } = parts;
  const onEvent = (listener: (event: WebRequestEvent) => void) => (listeners.event = listener);
  const recorder = recordPixels({
    ...rest,
    sources: [
      createRelayedSource({ tabId, isPrivate: false, page, onEvent }),
      pagesOf(load, isRecorded),
    ],
    page,
    hearsAll: true,
    mayMissFirstPage: false,
    notify(message) {
      channel.send(message);
      // Whoever records the tab from then on counts what this one adds, on the page that is there.
      if (!isHandedOver) counter.hear(message);
    },
  });
  void recorder.started.then(() => parts.onBegun(recorder.verificationId));
  const channel = parts.openChannel((message) => {
    // Who records the tab from then on obeys.
    if (isHandedOver) return leaveWhatIsGone(message);
    if (!isStopped && obeyPages(recorder, tabId, message)) counter.hear(message);
  });
  /** What is recorded from now on is of who is there now. */
  async function renewForAnother(): Promise<void> {
    if ((await parts.isOfAnother()) && !isStopped) await recorder.renew();
  }
  /** What is cleared or deleted meanwhile does not come back with an answer to it. */
  function leaveWhatIsGone(message: RecorderMessage): void {
    if (message.kind !== 'cleared' && message.kind !== 'deleted') return;
    if (message.verificationId === recorder.verificationId) recorder.clear(Infinity);
  }
  /** Whether it is for this recorder: once the tab is handed over, only how a request ends that began before. */
  function isOwn({ phase, requestId, url }: WebRequestEvent): boolean {
    const isKnown = open.has(requestId);
    const isEnd = phase === 'completed' || phase === 'failed';
    // A hop that begins then is the other's; the service's own detour is told of with the hop before.
    const isOthers = isHandedOver && (!isKnown || (phase === 'began' && !isBounce(url)));
    if (isEnd || isOthers) open.delete(requestId);
    else open.add(requestId);
    const [oldest] = open.keys();
    if (open.size > MAX_OPEN && oldest !== undefined) open.delete(oldest);
    return !isOthers;
  }
  return {
    hear: (event) => isOwn(event) && listeners.event(event),
    async navigated(url) {
      await renewForAnother();
      if (isStopped) return;
      for (const listener of listeners.navigated) listener(url);
    },
    personChanged: () => void renewForAnother(),
    handOver: () => void (isHandedOver = true),
    stop() {
      isStopped = true;
      // A channel that is closed fails: what was heard by now would be lost with the telling of it.
      void recorder.kept().then(() => channel.close());
    },
  };
}

/** Tells of the page that was loaded last; of requests it tells nothing. */
function pagesOf(
  load: TabParts['load'],
  isRecorded: (url: string) => Promise<boolean>,
): RequestSource {
  return {
    onObserved() {},
    async look() {
      const found = load();
      const newest = found !== null && (await isRecorded(found.url)) ? found : null;
      const urls = newest === null ? [] : [withoutFragment(newest.url)];
      return { observations: [], newestPage: newest, urls: new Set(urls) };
    },
  };
}
