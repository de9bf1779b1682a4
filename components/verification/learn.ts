import { readTrackerId } from '@/lib/core/pixel/tracker-id';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import type { Known } from '@/lib/core/verification/check-requests';

import type { VerificationActions } from './verification-actions';

/** Looks up what is known of the trackers that were expected or seen, and of ad servers. */
export async function learn(
  actions: Pick<VerificationActions, 'findTrackers' | 'hasTrackers' | 'adServers'>,
  expectedIds: readonly number[],
  requests: readonly PixelRequest[],
): Promise<Known> {
  const seen = requests.flatMap(({ url }) => readTrackerId(url.id) ?? []);
  const [found, loaded, servers] = await Promise.all([
    actions.findTrackers([...new Set([...expectedIds, ...seen])]),
    actions.hasTrackers(),
    actions.adServers(),
  ]);
  return { trackers: { byId: new Map(found.map((it) => [it.id, it])), loaded }, servers };
}
