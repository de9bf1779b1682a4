import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import type { Known } from '@/lib/core/verification/checked-request';

/** No trackers are known here, so that names are not, and ids are taken as they are. */
export function knownWith(ownHosts: readonly string[]): Known {
  return { trackers: { byId: new Map(), loaded: false }, servers: AD_SERVERS, ownHosts };
}
