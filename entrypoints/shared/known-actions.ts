import type { VerificationActions } from '@/components/verification/verification-actions';
import { MAX_LOOKED_UP } from '@/lib/messaging/trackers/contract';
import { send } from '@/lib/platform/channels/messages';
import { readKeeping } from '@/lib/platform/storage/keeping';
import { readOwnPixelHosts } from '@/lib/platform/storage/pixel-hosts';
import { readAdServers } from '@/lib/platform/storage/profiles';
import type { KnownAccount } from '@/lib/platform/storage/storage';
import type { Connection } from '@/lib/store/database';
import { findTrackers, hasTrackers, searchCachedTrackers } from '@/lib/store/trackers';

const FOUND_ROWS = 30;

type KnownActions = Pick<
  VerificationActions,
  | 'findTrackers'
  | 'hasTrackers'
  | 'lookUpTrackers'
  | 'searchTrackers'
  | 'adServers'
  | 'ownHosts'
  | 'keeping'
>;

/** What is known beside recordings: trackers, ad servers, hosts, and what a person chose. */
export function createKnownActions(database: Connection, account: KnownAccount): KnownActions {
  return {
    findTrackers: async (ids) => findTrackers(await database(), await account(), ids),
    hasTrackers: async () => hasTrackers(await database(), await account()),
    lookUpTrackers: (ids) => send('trackers.lookUp', { ids: ids.slice(0, MAX_LOOKED_UP) }),
    searchTrackers: async (text) =>
      searchCachedTrackers(await database(), await account(), text, FOUND_ROWS, Date.now()),
    adServers: readAdServers,
    ownHosts: readOwnPixelHosts,
    keeping: readKeeping,
  };
}
