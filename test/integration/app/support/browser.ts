import { DEFAULT_KEEPING } from '@/lib/core/verification/keeping';
import type { PageCount } from '@/lib/core/verification/page-count';
import type { PaceStore } from '@/lib/api/pace';
import type { PaceState } from '@/lib/api/pace-state';
import type { Settings } from '@/lib/app/account/settings';
import type { BuilderPorts } from '@/lib/app/builder/ports';
import type { BuilderSession } from '@/lib/app/builder/session';
import { createKeeper, type Session } from '@/lib/app/account/keeper';
import type { SignIn } from '@/lib/core/account/sign-in';
import type { ConsoleChoices } from '@/lib/core/console/console-memory';
import { NO_PROFILES } from '@/lib/core/ad-server/profiles';
import { accountOf } from '@/lib/core/account/session';
import {
  accountOfSettings,
  type SettingsOfAccounts,
  switchSettings,
} from '@/lib/core/account/settings-of-accounts';
import { NO_ACCOUNT } from '@/lib/core/base/account';
import { judgeAddress } from '@/lib/core/account/api-address';
import { type Dismissals, NO_DISMISSALS } from '@/lib/core/console/dismissals';
import type { TagChoices } from '@/lib/core/tag/write/build-tag';
import type { RecentUse } from '@/lib/core/tracker/recent';
import type { Ref } from '@/lib/core/tracker/tracker';
import { createKeyStore } from '@/lib/store/keys';

import { createRuleBrowser } from '../../../support/rule-browser';

export type Browser = ReturnType<typeof createBrowser>;

/** The tab of the tests: one console page with one pixel field. */
export const TAB = 7;
const FIELD = { kind: 'textarea', inputType: '', labels: ['Pixel'], names: ['px'] };
const PAGE = { width: 1200, height: 800, isForeign: false, scheme: null };
const NOTHING_CHOSEN = {
  advertiser: null as Ref | null,
  choices: null as TagChoices | null,
  recent: [] as readonly RecentUse[],
  memory: [] as readonly [string, ConsoleChoices][],
};
const CONSOLE = 'https://console.example/accounts/123/creatives/9';

/**
 * What a browser holds and does round a background: its storages and permissions, which outlive a
 * worker, and one tab. `did` is what was asked of the tab and of the browser, in words.
 */
export function createBrowser(granted: string) {
  const held = {
    session: null as Session | null,
    /** Those beside it, by account, and when each was last used. */
    sessions: {} as Record<string, Session>,
    lastCalls: {} as Record<string, number>,
    signIns: [] as readonly SignIn[],
    advertiser: null as Ref | null,
    choices: null as TagChoices | null,
    account: null as string | null,
    /** Settings of those who are not there just now. */
    others: {} as SettingsOfAccounts['others'],
    lastUser: null as { username: string; baseUrl: string } | null,
    builders: [] as readonly BuilderSession[],
    recent: [] as readonly RecentUse[],
    dismissals: NO_DISMISSALS as Dismissals,
    memory: new Map<string, ConsoleChoices>(),
    paces: new Map<string, PaceState>(),
    /** Addresses that the person has granted in a click. */
    granted: new Set([granted]),
    /** What the field holds. */
    field: '',
    /** Whether an alarm goes off again and again, which starts the worker. */
    hasAlarm: false,
    /** When an alarm of a wait goes off, which starts the worker, too. */
    wakesAt: null as number | null,
  };
  const did: string[] = [];
  const rules = createRuleBrowser(did);
  rules.held.tabs.set(TAB, 'console.example');
  let tokens = 0;

  const keeper = createKeeper(
    {
      read: async () => {
        const { session, sessions, lastCalls } = held;
        return structuredClone({ session, sessions, lastCalls });
      },
      write: async (values, gone) => {
        const nothing = Object.entries({ session: null, sessions: {}, lastCalls: {} });
        const empty = Object.fromEntries(nothing.filter(([name]) => gone.includes(name)));
        Object.assign(held, empty, structuredClone(values));
      },
    },
    async (baseUrl) => {
      const judged = judgeAddress(baseUrl, ['https://console.example/*']);
      if (judged.kind === 'refused') return judged.problem;
      const isGranted = judged.kind === 'production' || held.granted.has(judged.baseUrl);
      return isGranted ? null : 'access-refused';
    },
  );

  const settings: Settings = {
    read: async () => {
      const { advertiser, choices, lastUser } = held;
      return structuredClone({ advertiser, choices, lastUser });
    },
    keepChoices: async (choices) => {
      held.choices = structuredClone(choices);
    },
    switchTo: async (account, { baseUrl, username }) => {
      const { advertiser, choices, recent, memory } = held;
      const before = accountOfSettings(held.account, held.lastUser);
      const inUse = { ...NOTHING_CHOSEN, advertiser, choices, recent, memory: [...memory] };
      const isNothing = JSON.stringify(inUse) === JSON.stringify(NOTHING_CHOSEN);
      const now = switchSettings(
        { account: before, inUse: isNothing ? {} : inUse, others: held.others },
        account,
        { baseUrl, username },
      );
      const { memory: remembered, ...rest } = { ...NOTHING_CHOSEN, ...now.inUse };
      Object.assign(held, rest, { memory: new Map(remembered), others: now.others });
      Object.assign(held, { account, lastUser: { baseUrl, username } });
      return before;
    },
    clear: async () => {
      Object.assign(held, { advertiser: null, choices: null, recent: [] });
      Object.assign(held, { account: null, lastUser: null });
      held.memory.clear();
    },
    forget: async (account) => {
      const { [account]: _, ...left } = held.others;
      held.others = left;
    },
  };

  const builderPorts: BuilderPorts = {
    title: 'Impression tag',
    store: {
      read: async () => structuredClone(held.builders),
      write: async (sessions) => {
        held.builders = structuredClone(sessions);
      },
    },
    newToken: () => `builder-token-number-${(tokens += 1)}`,
    focusedFrame: async () => 0,
    inject: async () => {},
    ask: async (_, frameId, message) => answerInTab(held, did, frameId, { ...message }),
    openWindow: async () => void did.push('window opened'),
    closeWindow: async () => void did.push('window closed'),
    showTab: async () => void did.push('tab shown'),
    addressOf: async () => CONSOLE,
  };

  /** What the background is plugged into, but for the service and the database. */
  const plugs = {
    keeper,
    account: async () =>
      held.session ? accountOf(held.session.info) : (held.account ?? NO_ACCOUNT),
    settings,
    signIns: {
      read: async () => held.signIns,
      change: async (act: (before: readonly SignIn[]) => readonly SignIn[]) => {
        held.signIns = structuredClone(act(held.signIns));
      },
    },
    keys: createKeyStore(`keys-${crypto.randomUUID()}`),
    profiles: async () => NO_PROFILES,
    ownHosts: async () => [],
    keeping: async () => DEFAULT_KEEPING,
    recordedTabs: async () => [],
    showCount: async (tabId: number, { requests, errors }: PageCount) =>
      void did.push(`${requests} requests, ${errors} with an error in ${tabId}`),
    memory: {
      recall: async (key: string) => held.memory.get(key) ?? null,
      remember: async (key: string, choices: ConsoleChoices) => void held.memory.set(key, choices),
    },
    readRecent: async () => held.recent,
    changeRecent: async (change: (before: readonly RecentUse[]) => readonly RecentUse[]) => {
      held.recent = change(held.recent);
    },
    readDismissals: async () => held.dismissals,
    changeDismissals: async (change: (before: Dismissals) => Dismissals) => {
      held.dismissals = change(held.dismissals);
    },
    addFieldButton: async (tabId: number, frameId: number) =>
      void did.push(`button in ${tabId}.${frameId}`),
    addModelReader: async (tabId: number, frameId: number) =>
      void did.push(`model reader in ${tabId}.${frameId}`),
    wake: {
      start: () => {
        held.hasAlarm = true;
      },
      stop: () => {
        held.hasAlarm = false;
      },
    },
    wakeAt: (moment: number | null) => {
      held.wakesAt = moment;
    },
    captureTab: async (tabId: number) => {
      did.push(`captured ${tabId}`);
      return { why: 'not-allowed' } as const;
    },
    rehearsalPorts: rules.ports,
    openWorkspace: async (address: string) => void did.push(`workspace at ${address}`),
    enableConsole: async (origin: string) => void did.push(`enabled ${origin}`),
    disableConsole: async (origin: string) => void did.push(`disabled ${origin}`),
    access: {
      allowed: async (sites: readonly string[]) => sites.filter((site) => !site.includes('//ads.')),
      ask: async (sites: readonly string[]) => void did.push(`asked for ${sites.join(', ')}`),
      isWaiting: async () => false,
      isPutOff: async () => false,
      putOff: async (site: string) => void did.push(`put off ${site}`),
    },
  };
  /** What of the pace outlives a worker. */
  const paceStore: PaceStore = {
    read: async (account) => structuredClone(held.paces.get(account)),
    write: async (account, state) => void held.paces.set(account, structuredClone(state)),
  };
  return { held, did, keeper, plugs, builderPorts, paceStore };
}

/** What the scripts in the tab answer: a page that stands still, and a field that takes everything. */
function answerInTab(
  held: { field: string },
  did: string[],
  frameId: number,
  message: Record<string, unknown>,
): unknown {
  const name = String(message['piggyback']);
  did.push(`${name} in ${frameId}`);
  switch (name) {
    case 'field.bind':
      return { field: FIELD, isPlaced: 'place' in message, ...PAGE, url: CONSOLE };
    case 'place.open':
      return { ok: true };
    case 'place.still':
      return { stillMs: 900 };
    case 'field.read':
      return { outcome: 'read', text: held.field };
    case 'field.put':
      held.field = String(message['text']);
      return { outcome: 'taken' };
    case 'field.undo':
      held.field = '';
      return { outcome: 'undone' };
    case 'field.outcome':
      return { outcome: held.field === '' ? 'undone' : 'taken' };
    default:
      return null;
  }
}
