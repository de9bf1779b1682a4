import { AppError } from '../../core/base/errors';
import type { Handlers } from '../../messaging/answer';
import type { pageContract } from '../../messaging/page-contract';
import { forgetEverything } from '../../store/drafts';
import type { BackgroundDeps } from './deps';
import { deleteTracker, openTracker, saveTracker } from '../trackers/edit-tracker';
import type { FindObjects } from '../trackers/find-objects';
import { createOneSync } from '../trackers/one-sync';
import { signIn, withSession } from '../account/session';
import { syncTrackers } from '../trackers/sync-trackers';

/** What the background does for the extension's own pages. */
export function createPageHandlers(
  deps: BackgroundDeps,
  findObjects: FindObjects,
): Pick<Handlers, keyof typeof pageContract> {
  const { clientFor, keeper, database, settings } = deps;
  const syncs = createOneSync(async (options) => {
    const db = await database();
    return withSession(clientFor, keeper, (client) =>
      syncTrackers({ client, db, now: deps.now, onProgress: deps.onSyncProgress }, options),
    );
  });

  return {
    'session.signIn': async (input) => {
      const { lastUser } = await settings.read();
      const info = await signIn(clientFor, keeper, input);
      const { username, baseUrl } = info;
      // One browser, two people: what the one left behind is not for the other.
      const same = lastUser?.username === username && lastUser.baseUrl === baseUrl;
      if (!same) {
        syncs.stop(new AppError('session-expired'));
        await deps.builders.endAll();
        await settings.clear();
        await forgetEverything(await database());
      }
      await settings.keepUser({ username, baseUrl });
      return info;
    },
    'session.signOut': async () => {
      syncs.stop(new AppError('session-expired'));
      await keeper.write(null);
      await deps.builders.endAll();
      await settings.clear();
      await forgetEverything(await database());
      return null;
    },
    'trackers.sync': async (wanted) => {
      const { count, unread } = await syncs.start(wanted);
      return unread > 0 ? { count, unread } : { count };
    },
    'trackers.cancelSync': async () => {
      syncs.stop(new AppError('cancelled'));
      return null;
    },
    'trackers.save': async (input) => {
      const db = await database();
      return withSession(clientFor, keeper, (client, info) => saveTracker(client, info, db, input));
    },
    'trackers.delete': async ({ id }) => {
      const db = await database();
      await withSession(clientFor, keeper, (client, info) => deleteTracker(client, info, db, id));
      return null;
    },
    'trackers.open': async ({ id }) => {
      const db = await database();
      return withSession(clientFor, keeper, (client) => openTracker(client, db, id));
    },
    'objects.search': async ({ query, text }) => [
      ...(await withSession(clientFor, keeper, (client, info) =>
        findObjects(client, info, query, text),
      )),
    ],
    'builder.openIn': async ({ tabId }) => {
      await deps.builders.open(tabId, null, 'focus');
      return null;
    },
    'consoles.enable': async ({ origin }) => {
      await deps.enableConsole(origin);
      return null;
    },
    'consoles.disable': async ({ origin }) => {
      await deps.disableConsole(origin);
      return null;
    },
  };
}
