import type { PopupActions, PopupStart } from '@/components/shell/popup-actions';
import type { SessionInfo } from '@/lib/core/account/session';
import { POPUP_ROUTE_KEY } from '@/lib/core/tracker/draft-key';
import { formSubject } from '@/lib/core/tracker/plan';
import { copyText } from '@/lib/platform/page/clipboard';
import {
  consoleOfActiveTab,
  readConsoleOrigins,
  requestApi,
  requestOrigins,
} from '@/lib/platform/background/consoles';
import { send } from '@/lib/platform/channels/messages';
import { activeTab } from '@/lib/platform/page/active-tab';
import { openOptions, openTagSheet } from '@/lib/platform/page/open-page';
import { readAdServers } from '@/lib/platform/storage/profiles';
import {
  readSettings,
  sessionKeeper,
  watchAccount,
  writeSettings,
} from '@/lib/platform/storage/storage';
import type { Database } from '@/lib/store/database';
import * as drafts from '@/lib/store/drafts';
import { hasUndone } from '@/lib/store/jobs';
import { countTrackers, findTrackers, listTrackers } from '@/lib/store/trackers';
import { countRecorded } from '@/lib/store/verifications';

const FIRST_ROWS = 40;
const NOTHING = { rows: [], unreadable: 0 };

/** The popup's actions: reads go straight to the database, everything else to the background. */
export function createPopupActions(
  opening: Promise<Database>,
): PopupActions & { readSession(): Promise<SessionInfo | null> } {
  const account = watchAccount();
  const readSession = async () => (await sessionKeeper.read())?.info ?? null;

  async function start(): Promise<PopupStart> {
    const [session, owner, settings, servers, consoles, db] = await Promise.all([
      readSession(),
      account.again(),
      readSettings(),
      readAdServers(),
      readConsoleOrigins(),
      opening,
    ]);
    const { advertiser } = settings;
    const [route, list, trackerCount] = await Promise.all([
      drafts.readDraft(db, owner, POPUP_ROUTE_KEY),
      advertiser ? listTrackers(db, owner, advertiser.id, FIRST_ROWS) : NOTHING,
      advertiser ? countTrackers(db, owner, advertiser.id) : 0,
    ]);
    return { session, ...settings, servers, consoles, route, list, trackerCount };
  }

  const find = async (ids: readonly number[]) => findTrackers(await opening, await account(), ids);

  return {
    readSession,
    start,
    signIn: async (input) => {
      await requestApi(input.baseUrl);
      return send('session.signIn', input);
    },
    countRecorded: async () => countRecorded(await opening, await account()),
    signOut: async (recordings) => void (await send('session.signOut', { recordings })),
    chooseAdvertiser: (advertiser) => writeSettings({ advertiser }),
    listTrackers: async (advertiserId, limit) =>
      listTrackers(await opening, await account(), advertiserId, limit),
    findTracker: async (id) => (await find([id]))[0] ?? null,
    findTrackers: find,
    readChosen: readSettings,
    sync: async (advertiserId, whole) => {
      const { unread = 0 } = await send('trackers.sync', { advertiserId, whole });
      return { unread };
    },
    cancelSync: async () => void (await send('trackers.cancelSync', null)),
    save: (input) => send('trackers.save', input),
    saving: async (advertiserId, id) => {
      // Nearly always there is none, and the background need not wake for that.
      const isLeft = await hasUndone(await opening, await account(), formSubject(advertiserId, id));
      if (!isLeft) return null;
      return send('trackers.saving', { id, advertiserId });
    },
    remove: async (id) => void (await send('trackers.delete', { id })),
    open: (id) => send('trackers.open', { id }),
    searchObjects: (query, text) => send('objects.search', { query, text }),
    readDraft: async (key) => drafts.readDraft(await opening, await account(), key),
    writeDraft: async (key, value) => drafts.writeDraft(await opening, await account(), key, value),
    clearDraft: async (key) => drafts.clearDraft(await opening, await account(), key),
    keepChoices: (choices) => writeSettings({ choices }),
    copy: copyText,
    consoleOffer: async () => consoleOfActiveTab(),
    buildHere: async () => {
      const tab = await activeTab();
      if (tab) await send('builder.openIn', { tabId: tab.id });
      window.close();
    },
    openOptions,
    openTagSheet: async () => {
      await openTagSheet();
      window.close();
    },
    enableConsole: async (host) => {
      const origin = `https://${host}/*`;
      // Both at once: the prompt must come in the click itself, and it may close the popup.
      await Promise.all([requestOrigins([origin]), send('consoles.enable', { origin })]);
    },
  };
}
