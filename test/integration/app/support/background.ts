import { type ApiAccess, createApiClient } from '@/lib/api/client';
import { createPace } from '@/lib/api/pace';
import { createBuilders } from '@/lib/app/builder/builders';
import { createHandlers } from '@/lib/app/handlers';
import { createJobs } from '@/lib/app/jobs/jobs';
import { noticeOf } from '@/lib/app/jobs/notice';
import { createSyncWork } from '@/lib/app/jobs/sync-work';
import { TRACKER_WORKS } from '@/lib/app/jobs/tracker-works';
import type { Change } from '@/lib/core/base/change';
import { answerPacket, type HandlerContext } from '@/lib/messaging/answer';
import { contract } from '@/lib/messaging/contract';
import type { Sender } from '@/lib/messaging/message';
import type { Notice } from '@/lib/messaging/notices';
import { createSend } from '@/lib/messaging/send';
import type { OnChange } from '@/lib/store/changes';
import type { Database } from '@/lib/store/database';

import { type Browser, TAB } from './browser';
import type { VirtualClock } from './virtual-clock';

export interface BackgroundParts {
  readonly clock: VirtualClock;
  readonly fetch: typeof fetch;
  readonly browser: Browser;
  readonly openDatabase: (onChange: OnChange) => Promise<Database>;
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

/** A worker as `entrypoints/background.ts` builds it. It knows nothing but what was kept. */
export function startBackground({ clock, fetch, browser, openDatabase }: BackgroundParts) {
  const notices: Notice[] = [];
  const listeners: ((notice: Notice) => void)[] = [];
  const notify = (notice: Notice) => {
    notices.push(notice);
    for (const listener of listeners) listener(notice);
  };
  const tellChange = (change: Change) => notify({ kind: 'changed', change });
  const { now, sleep, timer } = clock;
  const onWait = (seconds: number) => notify({ kind: 'waiting', seconds });
  const pace = createPace({ now, sleep, onWait, store: browser.paceStore });
  let database: Promise<Database> | null = null;
  const shared = {
    ...browser.plugs,
    clientFor: (access: ApiAccess) => createApiClient({ fetch, timer, pace }, access),
    database: () => (database ??= openDatabase(tellChange)),
    now,
  };
  const syncWork = createSyncWork({
    now: now,
    onProgress: (progress) => notify({ kind: 'sync-progress', ...progress }),
  });
  const jobs = createJobs(
    {
      ...shared,
      sleep,
      newId: () => crypto.randomUUID(),
      onNote: (job) => notify(noticeOf(job)),
    },
    [...TRACKER_WORKS, syncWork],
  );
  const handlers = createHandlers({
    ...shared,
    jobs,
    builders: createBuilders(browser.builderPorts),
  });
  void jobs.resume().catch(() => {});
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
