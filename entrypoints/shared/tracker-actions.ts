import type { TrackerActions, TrackerStart } from '@/components/trackers/tracker-actions';
import type { Route } from '@/components/trackers/tracker-route';
import type { SessionInfo } from '@/lib/core/account/session';
import { formSubject } from '@/lib/core/tracker/plan';
import { readConsoleOrigins, requestApi } from '@/lib/platform/background/consoles';
import { copyText } from '@/lib/platform/page/clipboard';
import { send } from '@/lib/platform/channels/messages';
import { openOptions } from '@/lib/platform/page/open-page';
import { readAdServers } from '@/lib/platform/storage/profiles';
import { readSettings, sessionKeeper, writeSettings } from '@/lib/platform/storage/storage';
import type { Database } from '@/lib/store/database';
import * as drafts from '@/lib/store/drafts';
import { hasUndone } from '@/lib/store/jobs';
import { countTrackers, findTrackers, listTrackers } from '@/lib/store/trackers';

const FIRST_ROWS = 40;

/** Who is signed in, read without waking the background. */
export async function readSession(): Promise<SessionInfo | null> {
  return (await sessionKeeper.read())?.info ?? null;
}

/** Where a page keeps in which view of the trackers the person is. */
interface KeptRoute {
  read(): Promise<unknown>;
  keep(route: Route): void;
}

/**
 * What is done with trackers, in any page: reads go straight to the database, everything else to the
 * background. `leave` closes what goes once another page is shown.
 */
export function createTrackerActions(
  opening: Promise<Database>,
  route: KeptRoute,
  leave: () => void = () => {},
): TrackerActions {
  async function start(): Promise<TrackerStart> {
    const [session, settings, servers, consoles, at, db] = await Promise.all([
      readSession(),
      readSettings(),
      readAdServers(),
      readConsoleOrigins(),
      route.read(),
      opening,
    ]);
    const { advertiser } = settings;
    const [trackers, trackerCount] = await Promise.all([
      advertiser ? listTrackers(db, advertiser.id, FIRST_ROWS) : [],
      advertiser ? countTrackers(db, advertiser.id) : 0,
    ]);
    return { session, ...settings, servers, consoles, route: at, trackers, trackerCount };
  }

  return {
    start,
    keepRoute: route.keep,
    signIn: async (input) => {
      await requestApi(input.baseUrl);
      return send('session.signIn', input);
    },
    signOut: async () => void (await send('session.signOut', null)),
    chooseAdvertiser: (advertiser) => writeSettings({ advertiser }),
    listTrackers: async (advertiserId, limit) => listTrackers(await opening, advertiserId, limit),
    findTracker: async (id) => (await findTrackers(await opening, [id]))[0] ?? null,
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
    openOptions,
    openWorkspace: async (address) => {
      await send('workspace.open', { address });
      leave();
    },
  };
}
