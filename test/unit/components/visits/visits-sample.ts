import type { VisitsActions } from '@/components/visits/visits-actions';
import type { PageView } from '@/lib/core/recording/page-views';
import type { Visit } from '@/lib/core/recording/visit';
import { PAGE_TITLES, readPageList } from '@/lib/core/verification/page-list';
import type { Visited } from '@/lib/core/verification/visited';
import { browserAddress, readListFile } from '@/lib/files/read-list';

import { START } from '../../core/verification/build';

/** Actions in memory that read lists as the worker does; `calls` holds what was asked of them. */
export function visitsActions(changes: Partial<VisitsActions> = {}) {
  const calls: unknown[] = [];
  let draft: unknown;
  const actions: VisitsActions = {
    readDraft: async () => draft,
    writeDraft: async (_, value) => {
      draft = value;
    },
    clearDraft: async () => {
      draft = undefined;
    },
    readList: async (file) => {
      const bytes = new Uint8Array(await new Response(file).arrayBuffer());
      return readPageList(readListFile(bytes, PAGE_TITLES, 100_000), browserAddress);
    },
    ask: async () => {
      calls.push('ask');
      return true;
    },
    start: async (order) => {
      calls.push(['start', order]);
      return 'run';
    },
    pause: async (id) => void calls.push(['pause', id]),
    goOn: async (id) => void calls.push(['goOn', id]),
    stop: async (id) => void calls.push(['stop', id]),
    ...changes,
  };
  return { actions, calls };
}

const PAGES = ['coffee', 'tea', 'cocoa', 'water'].map((name) => `https://shop.example/${name}`);

/** A run over these pages, with what a test changes. */
export function visited(changes: Partial<Visited> = {}): Visited {
  return {
    pages: PAGES.map((url, index) => ({ url, ownIds: index === 2 ? [532] : [] })),
    everywhereIds: [531],
    limitSeconds: 30,
    state: 'going',
    pause: null,
    detail: null,
    browserRun: 'run',
    ...changes,
  };
}

/** A visit of a page of it, ten seconds after the one before. */
export function visitOf(page: number, changes: Partial<Visit> = {}, nth = page): PageView {
  const startedAt = START + nth * 10_000;
  return {
    id: `visit-${nth}`,
    verificationId: 'v1',
    url: PAGES[page] ?? '',
    startedAt,
    visit: {
      page,
      end: 'quiet',
      detail: null,
      status: 200,
      sight: 'visible',
      endedAt: startedAt + 5000,
      ...changes,
    },
  };
}
