import type { ConsoleActions } from '@/components/pages/popup/console-actions';
import type { CachedTrackers } from '@/components/stores/tracker-list';
import type { Searched } from '@/components/trackers/searched';
import type { Switching } from '@/components/trackers/SwitchToast';
import type { TrackerActions } from '@/components/trackers/tracker-actions';
import { infoOf, signInActions } from '../account/sign-in-sample';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import type { Tracker } from '@/lib/core/tracker/tracker';

const session = infoOf();
const advertiser = { id: 700101, name: 'Harbour Coffee' };

/** A tracker of the advertiser; those with an odd id are active. */
export function tracker(id: number, name: string): Tracker {
  return {
    id,
    memberId: 2,
    advertiserId: advertiser.id,
    name,
    code: null,
    state: id % 2 ? 'active' : 'inactive',
    lineItem: null,
    publisher: { id: 3, name: 'Tidewater News' },
    placement: null,
    paymentRule: null,
    lastModified: id,
  };
}

/** Nothing is searched for. */
export const NOTHING_ELSE: Searched = {
  query: { terms: [], mistakes: [], noFields: [], ids: null },
  elsewhere: 0,
  absent: [],
  isAsking: false,
};

/** Nothing is being switched, and it may be. */
export const NOT_SWITCHING: Switching = {
  saving: new Map(),
  switched: null,
  onSwitch: () => {},
  onUndo: () => {},
  onGone: () => {},
};

/** So many trackers `from` one of them on, and what reads the next ones, once they may come. */
export function pieceOf(
  all: readonly Tracker[],
  from: number,
  size: number,
  may: (from: number) => Promise<unknown> = async () => {},
): CachedTrackers {
  const end = from + size;
  const next = async () => {
    await may(end);
    return pieceOf(all, end, size, may);
  };
  return { rows: all.slice(from, end), unreadable: 0, next: end < all.length ? next : null };
}

/** What the popup can do, in memory: signed in, two trackers cached, a form open. */
export function popupActions(change: Partial<TrackerActions> = {}): TrackerActions {
  const cached = [tracker(2, 'Two'), tracker(1, 'One')];
  return {
    start: async () => ({
      session,
      lastUser: null,
      advertiser,
      choices: null,
      servers: AD_SERVERS,
      ownHosts: [],
      consoles: AD_SERVERS.flatMap(({ hosts }) => hosts),
      route: { view: 'form', trackerId: 1 },
      list: pieceOf(cached, 0, 1),
    }),
    signIn: async () => session,
    signOut: async () => {},
    chooseAdvertiser: async () => {},
    listTrackers: async () => pieceOf(cached, 0, cached.length),
    countRecorded: async () => 0,
    countNoted: async () => 0,
    countForms: async () => 0,
    countLeftOfRuns: async () => 0,
    findTracker: async (id) => cached.find((item) => item.id === id) ?? null,
    findTrackers: async (ids) => cached.filter(({ id }) => ids.includes(id)),
    readChosen: async () => ({ advertiser, choices: null }),
    sync: async () => ({ unread: 0 }),
    cancelSync: async () => {},
    save: async () => tracker(3, 'Three'),
    saving: async () => null,
    setState: async (id, state) => ({ ...tracker(id, `Nº ${id}`), state }),
    lookUp: async (ids) => ids,
    remove: async () => {},
    open: async (id) => tracker(id, 'Opened'),
    searchObjects: async () => [],
    noteChosen: async () => null,
    sameInReports: async () => ({ named: [], count: 0, isWhole: true }),
    refusedBefore: async () => null,
    readDraft: async () => undefined,
    writeDraft: async () => {},
    clearDraft: async () => {},
    keepChoices: async () => {},
    copy: async () => true,
    noteCopied: async () => {},
    openOptions: async () => {},
    openWorkspace: async () => {},
    signIns: signInActions(),
    keepRoute: () => {},
    ...change,
  };
}

/** What the popup can do on the page beside it: nothing, but for what a test gives. */
export function consoleActions(change: Partial<ConsoleActions> = {}): ConsoleActions {
  return {
    consoleOffer: async () => null,
    openSidePanel: null,
    buildHere: async () => {},
    enableConsole: async () => {},
    ...change,
  };
}
