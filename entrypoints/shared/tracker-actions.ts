import type { TrackerActions } from '@/components/trackers/tracker-actions';
import type { Route } from '@/components/trackers/tracker-route';
import { createTrackerUses } from '@/lib/app/trackers/from-pages';
import { readConsoleOrigins } from '@/lib/platform/background/consoles';
import { copyText } from '@/lib/platform/page/clipboard';
import { send } from '@/lib/platform/channels/messages';
import { openOptions } from '@/lib/platform/page/open-page';
import { readOwnPixelHosts } from '@/lib/platform/storage/pixel-hosts';
import { readAdServers } from '@/lib/platform/storage/profiles';
import {
  type KnownAccount,
  readSettings,
  sessionKeeper,
  writeSettings,
} from '@/lib/platform/storage/storage';
import type { Connection } from '@/lib/store/database';

import { createDraftActions } from './draft-actions';
import { createAccountActions } from './sign-in-actions';

/** Where a page keeps in which view of the trackers the person is. */
interface KeptRoute {
  read(): Promise<unknown>;
  keep(route: Route): void;
}

/** What is done with trackers, in any page. `leave` closes what goes once another page is shown. */
export function createTrackerActions(
  database: Connection,
  account: KnownAccount,
  route: KeptRoute,
  leave: () => void = () => {},
): TrackerActions {
  const { shown, typing, ...accounts } = createAccountActions(account);
  const { begin, ...uses } = createTrackerUses({
    send,
    database,
    account,
    keeper: sessionKeeper,
    readSettings,
    shown,
  });
  return {
    ...uses,
    ...accounts,
    ...createDraftActions(database, typing),
    async start() {
      const [begun, servers, ownHosts, consoles, at] = await Promise.all([
        begin(),
        readAdServers(),
        readOwnPixelHosts(),
        readConsoleOrigins(),
        route.read(),
      ]);
      return { ...begun, servers, ownHosts, consoles, route: at };
    },
    keepRoute: route.keep,
    searchObjects: (query, text) => send('objects.search', { query, text }),
    noteChosen: (query, id) => send('objects.noteChosen', { query, id }),
    chooseAdvertiser: (advertiser) => writeSettings({ advertiser }),
    keepChoices: (choices) => writeSettings({ choices }),
    copy: copyText,
    openOptions,
    openWorkspace: async (address) => {
      await send('workspace.open', { address });
      leave();
    },
  };
}
