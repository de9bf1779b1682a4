import type { TrackerActions, TrackerStart } from '@/components/trackers/tracker-actions';
import type { Route } from '@/components/trackers/tracker-route';
import type { SessionInfo } from '@/lib/core/account/session';
import { formSubject } from '@/lib/core/tracker/plan';
import { readConsoleOrigins, requestApi } from '@/lib/platform/background/consoles';
import { copyText } from '@/lib/platform/page/clipboard';
import { send } from '@/lib/platform/channels/messages';
import { openOptions } from '@/lib/platform/page/open-page';
import { readAdServers } from '@/lib/platform/storage/profiles';
import {
  type KnownAccount,
  readSettings,
  sessionKeeper,
  writeSettings,
} from '@/lib/platform/storage/storage';
import type { Database } from '@/lib/store/database';
import { hasUndone } from '@/lib/store/jobs';
import { findTrackers, readTrackerPiece } from '@/lib/store/trackers';
import { countRecorded } from '@/lib/store/verifications';

import { createDraftActions } from './draft-actions';

const FIRST_ROWS = 40;
/** So many that the page answers between two pieces. */
const NEXT_ROWS = 1000;
const NOTHING = { rows: [], unreadable: 0, next: null };

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
  account: KnownAccount,
  route: KeptRoute,
  leave: () => void = () => {},
): TrackerActions {
  const drafts = createDraftActions(opening, account);
  const find = async (ids: readonly number[]) => findTrackers(await opening, await account(), ids);

  async function start(): Promise<TrackerStart> {
    const [session, owner, settings, servers, consoles, at, db] = await Promise.all([
      readSession(),
      account.again(),
      readSettings(),
      readAdServers(),
      readConsoleOrigins(),
      route.read(),
      opening,
    ]);
    const { advertiser } = settings;
    const list = advertiser
      ? await readTrackerPiece(db, owner, advertiser.id, FIRST_ROWS, null)
      : NOTHING;
    return { session, ...settings, servers, consoles, route: at, list };
  }

  return {
    start,
    keepRoute: route.keep,
    signIn: async (input) => {
      await requestApi(input.baseUrl);
      return send('session.signIn', input);
    },
    countRecorded: async () => countRecorded(await opening, await account()),
    signOut: async (recordings) => void (await send('session.signOut', { recordings })),
    chooseAdvertiser: (advertiser) => writeSettings({ advertiser }),
    listTrackers: async (advertiserId, from) => {
      const size = from ? NEXT_ROWS : FIRST_ROWS;
      return readTrackerPiece(await opening, await account(), advertiserId, size, from ?? null);
    },
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
    ...drafts,
    keepChoices: (choices) => writeSettings({ choices }),
    copy: copyText,
    openOptions,
    openWorkspace: async (address) => {
      await send('workspace.open', { address });
      leave();
    },
  };
}
