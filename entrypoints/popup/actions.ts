import type { PopupActions, PopupStart } from '@/components/shell/popup-actions';
import type { SessionInfo } from '@/lib/core/account/session';
import { formSubject, POPUP_ROUTE_KEY } from '@/lib/core/tracker/plan';
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
import { readSettings, sessionKeeper, writeSettings } from '@/lib/platform/storage/storage';
import type { Database } from '@/lib/store/database';
import * as drafts from '@/lib/store/drafts';
import { hasUndone } from '@/lib/store/jobs';
import { countTrackers, findTrackers, listTrackers } from '@/lib/store/trackers';

const FIRST_ROWS = 40;

/** The popup's actions: reads go straight to the database, everything else to the background. */
export function createPopupActions(
  opening: Promise<Database>,
): PopupActions & { readSession(): Promise<SessionInfo | null> } {
  const readSession = async () => (await sessionKeeper.read())?.info ?? null;

  async function start(): Promise<PopupStart> {
    const [session, settings, servers, consoles, db] = await Promise.all([
      readSession(),
      readSettings(),
      readAdServers(),
      readConsoleOrigins(),
      opening,
    ]);
    const { advertiser } = settings;
    const [route, trackers, trackerCount] = await Promise.all([
      drafts.readDraft(db, POPUP_ROUTE_KEY),
      advertiser ? listTrackers(db, advertiser.id, FIRST_ROWS) : [],
      advertiser ? countTrackers(db, advertiser.id) : 0,
    ]);
    return { session, ...settings, servers, consoles, route, trackers, trackerCount };
  }

  return {
    readSession,
    start,
    signIn: async (input) => {
      await requestApi(input.baseUrl);
      return send('session.signIn', input);
    },
    signOut: async () => void (await send('session.signOut', null)),
    chooseAdvertiser: (advertiser) => writeSettings({ advertiser }),
    listTrackers: async (advertiserId, limit) => listTrackers(await opening, advertiserId, limit),
    findTracker: async (id) => (await findTrackers(await opening, [id]))[0] ?? null,
    findTrackers: async (ids) => findTrackers(await opening, ids),
    readChosen: readSettings,
    sync: async (advertiserId, whole) => {
      const { unread = 0 } = await send('trackers.sync', { advertiserId, whole });
      return { unread };
    },
    cancelSync: async () => void (await send('trackers.cancelSync', null)),
    save: (input) => send('trackers.save', input),
    saving: async (advertiserId, id) => {
      // Nearly always there is none, and the background need not wake for that.
      const isLeft = await hasUndone(await opening, formSubject(advertiserId, id));
      if (!isLeft) return null;
      return send('trackers.saving', { id, advertiserId });
    },
    remove: async (id) => void (await send('trackers.delete', { id })),
    open: (id) => send('trackers.open', { id }),
    searchObjects: (query, text) => send('objects.search', { query, text }),
    readDraft: async (key) => drafts.readDraft(await opening, key),
    writeDraft: async (key, value) => drafts.writeDraft(await opening, key, value),
    clearDraft: async (key) => drafts.clearDraft(await opening, key),
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
