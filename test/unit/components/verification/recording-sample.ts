import type { HarActions } from '@/components/verification/har-model';
import type {
  KeptRecording,
  VerificationActions,
} from '@/components/verification/verification-actions';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { DEFAULT_KEEPING } from '@/lib/core/verification/keeping';
import { USUAL_LAYOUT } from '@/lib/core/verification/list-layout';

import { pageView, request, START, tracker, verification } from '../../core/verification/build';

const TRACKERS = [tracker(531, { name: 'Leaderboard' }), tracker(532, { name: 'Skyscraper' })];
export const url = (id: number, rest: string) => `https://ib.adnxs.com/imptr?id=${id}&t=2&${rest}`;
/** A good request of tracker 531. */
export const later = (buster: number, at = 5000) =>
  request(url(531, `cachebuster=${buster}`), { startedAt: START + at });

/** Actions in memory over one recording; `calls` holds what was asked of them. */
export function recordingActions(
  kept: Partial<KeptRecording> = {},
  changes: Partial<VerificationActions> = {},
) {
  const recording: KeptRecording = {
    verification: verification({ expectedIds: [531, 532] }),
    pageViews: [pageView('a', START + 1)],
    requests: [],
    unreadable: 0,
    ...kept,
  };
  const calls: unknown[] = [];
  const actions: VerificationActions = {
    firstId: null,
    tabId: 7,
    now: () => START,
    listVerifications: async () => ({
      rows: recording.verification ? [recording.verification] : [],
      unreadable: 0,
    }),
    findVerifications: async (ids) =>
      ids.flatMap((id) => (recording.verification?.id === id ? recording.verification : [])),
    load: async () => recording,
    findTrackers: async (ids) => TRACKERS.filter(({ id }) => ids.includes(id)),
    hasTrackers: async () => true,
    lookUpTrackers: async (ids) => {
      calls.push(['lookUpTrackers', ids]);
      return { found: 0, absent: ids };
    },
    adServers: async () => AD_SERVERS,
    ownHosts: async () => [],
    keeping: async () => DEFAULT_KEEPING,
    searchTrackers: async () => TRACKERS,
    saveExpected: async (id, ids) => void calls.push(['saveExpected', id, ids]),
    clear: async (id) => void calls.push(['clear', id]),
    remove: async (id) => void calls.push(['remove', id]),
    checkAgain: async (id) => void calls.push(['checkAgain', id]),
    openWorkspace: async (address) => void calls.push(['openWorkspace', address]),
    list: {
      readLayout: async () => USUAL_LAYOUT,
      keepLayout: async (layout) => void calls.push(['keepLayout', layout]),
      showInNetwork: null,
    },
    change: async (id, make) => {
      if (recording.verification) calls.push(['change', id, make(recording.verification)]);
    },
    acceptBaseline: async (id, baseline) => {
      calls.push(['acceptBaseline', id, baseline]);
      return true;
    },
    stop: async (id) => {
      calls.push(['stop', id]);
      return START + 60_000;
    },
    repeat: (id) => void calls.push(['repeat', id]),
    readExpectedFile: async () => ({ ids: [531], refused: [], refusedMore: 0, idsMore: 0 }),
    searchLineItems: async () => [
      { id: 88, name: 'Spring flight', trackerIds: [531, 532], inactive: 1 },
    ],
    lookAtPage: null,
    pictures: { ids: async () => [], list: async () => [], take: null, remove: async () => {} },
    reloadPage: () => void calls.push(['reloadPage']),
    saveProof: async (parts) => {
      calls.push(['saveProof', parts]);
      return { name: 'name.html', digest: '0f'.repeat(32) };
    },
    copy: async (copied) => {
      calls.push(['copy', copied]);
      return true;
    },
    saveFile: (kind, content) => {
      calls.push(['saveFile', kind, content]);
      return `name.${kind}`;
    },
    saveWorkbook: async (sheets) => {
      calls.push(['saveWorkbook', sheets.map(({ name }) => name)]);
      return 'name.xlsx';
    },
    ...changes,
  };
  return { actions, calls };
}

/** Actions that make a recording of any file, with what a test changes. */
export function harActions(changes: Partial<HarActions> = {}): HarActions {
  return { recordFile: async () => ({ id: 'v1', isKnown: false }), ...changes };
}
