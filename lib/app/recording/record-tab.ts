import type { RecorderMessage } from '../../core/recording/recorder-message';
import type { RequestSource } from '../../core/recording/source';
import type { PageLoad } from '../../core/recording/page-load';
import { isSameDocument, withoutFragment } from '../../core/recording/page-views';
import type { WebRequestEvent } from '../../core/recording/web-request';
import { obeyPages } from './obey-pages';
import { type RecorderParts, recordPixels } from './record-pixels';
import type { TabRecorder } from './record-tabs';
import { createRelayedSource } from './relayed-source';

type Given = 'store' | 'tabId' | 'browserRun' | 'now' | 'later' | 'newId';

export interface TabParts extends Pick<RecorderParts, Given> {
  /** The address in the tab; `null` where it is gone or may not be known. */
  readonly address: () => Promise<string | null>;
  /** The page that was heard of as it was loaded into the tab; `null` for none. */
  readonly load: () => PageLoad | null;
  /** Calls back when the address in the tab changes; returns how to stop. */
  readonly onMoved: (listener: (url: string) => void) => () => void;
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
  const { address, load, counter, ...rest } = parts;
  const listeners = {
    event: (_event: WebRequestEvent) => {},
    navigated: [] as ((url: string) => void)[],
  };
  const page = {
    onNavigated: (listener: (url: string) => void) => void listeners.navigated.push(listener),
    async current() {
      const url = await address();
      const found = load();
      // A page that came while nobody listened would have started the worker, and been heard of.
      const loadedAt = isSameDocument(found?.url, url ?? '') ? (found?.startedAt ?? 0) : 0;
      return url === null ? null : { url, loadedAt };
    },
  };
  const { tabId } = parts;
  const onEvent = (listener: (event: WebRequestEvent) => void) => (listeners.event = listener);
  const recorder = recordPixels({
    ...rest,
    sources: [createRelayedSource({ tabId, page, onEvent }), pagesOf(load)],
    page,
    hearsAll: true,
    mayMissFirstPage: false,
    notify(message) {
      channel.send(message);
      counter.hear(message);
    },
  });
  void recorder.started.then(() => parts.onBegun(recorder.verificationId));
  const channel = parts.openChannel((message) => {
    if (obeyPages(recorder, tabId, message)) counter.hear(message);
  });
  const navigated = (url: string) => {
    for (const listener of listeners.navigated) listener(url);
  };
  const stopMoves = parts.onMoved(navigated);
  return {
    hear: (event) => listeners.event(event),
    async navigated(url) {
      // What is recorded from now on is of who is there now.
      if (await parts.isOfAnother()) await recorder.renew();
      navigated(url);
    },
    stop() {
      stopMoves();
      channel.close();
    },
  };
}

/** Tells of the page that was loaded last; of requests it tells nothing. */
function pagesOf(load: TabParts['load']): RequestSource {
  return {
    onObserved() {},
    async look() {
      const newest = load();
      const urls = newest === null ? [] : [withoutFragment(newest.url)];
      return { observations: [], newestPage: newest, urls: new Set(urls) };
    },
  };
}
