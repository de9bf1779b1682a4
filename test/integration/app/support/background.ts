import { createBackground } from '@/lib/app/background';
import { answerPacket, type HandlerContext } from '@/lib/messaging/wire/answer';
import type { RecorderMessage } from '@/lib/core/recording/recorder-message';
import { contract } from '@/lib/messaging/contract';
import type { Sender } from '@/lib/messaging/wire/message';
import type { Notice } from '@/lib/messaging/notices';
import { createSend } from '@/lib/messaging/wire/send';
import type { OnChange } from '@/lib/store/changes';
import type { Connection } from '@/lib/store/database';

import { type Browser, TAB } from './browser';
import type { VirtualClock } from './virtual-clock';
import type { createVisitBrowser } from './visit-browser';

type VisitWorld = ReturnType<typeof createVisitBrowser>;

export interface BackgroundParts {
  readonly clock: VirtualClock;
  readonly fetch: typeof fetch;
  readonly browser: Browser;
  readonly visits: VisitWorld;
  readonly connect: (onChange: OnChange) => Connection;
}

export type Background = ReturnType<typeof startBackground>;

/** Where a message comes from: the popup is in no tab, the builder's page in a frame of the tab. */
export const CONTEXTS: Readonly<Record<Sender, HandlerContext>> = {
  page: { tabId: null, frameId: null, documentId: null, url: '', pageUrl: null },
  builder: { tabId: TAB, frameId: 4, documentId: 'doc-4', url: '', pageUrl: null },
  content: { tabId: TAB, frameId: 0, documentId: 'doc-0', url: '', pageUrl: null },
};

/** Asks as a page does that is closed before the answer: nobody hears how it ends. */
export function leave(asked: Promise<unknown>): void {
  asked.catch(() => {});
}

/** A worker as the browser starts it. It knows nothing but what was kept. */
export function startBackground({ clock, fetch, browser, visits, connect }: BackgroundParts) {
  const notices: Notice[] = [];
  const told: RecorderMessage[] = [];
  const listeners: ((notice: Notice) => void)[] = [];
  const { now, timer } = clock;
  const { handlers, jobs, resume } = createBackground({
    ...browser.plugs,
    builderPorts: browser.builderPorts,
    paceStore: browser.paceStore,
    visitBrowser: visits.plug,
    holdTab: visits.holdTab,
    browserRun: visits.browserRun,
    tellRecording: (message) => void told.push(message),
    fetch,
    connect,
    now,
    timer,
    newId: () => crypto.randomUUID(),
    notify: (notice) => {
      notices.push(notice);
      for (const listener of listeners) listener(notice);
    },
  });
  resume();
  /** What comes of a packet on the channel; what crosses it is a copy. */
  const receive = async (
    packet: unknown,
    sender: Sender | null,
    context = CONTEXTS[sender ?? 'page'],
  ) => structuredClone(await answerPacket(handlers, structuredClone(packet), sender, context));
  const sendAs = (sender: Sender, context = CONTEXTS[sender]) =>
    createSend(contract, (packet) => receive(packet, sender, context));
  return {
    receive,
    sendAs,
    page: sendAs('page'),
    builder: sendAs('builder'),
    content: sendAs('content'),
    jobs,
    /** What open pages were told of recordings. */
    told,
    /** What was told to all open pages. */
    notices,
    /** Calls back at the next notice of a kind. */
    once: (kind: Notice['kind'], act: () => unknown) => {
      let isOver = false;
      listeners.push((notice) => {
        if (isOver || notice.kind !== kind) return;
        isOver = true;
        act();
      });
    },
  };
}
