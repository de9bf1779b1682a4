import { z } from '../base/schema';
import type { Ref } from './tracker';

/** That a tracker's tag was copied or put somewhere. */
export const RecentUseSchema = z.object({ advertiserId: z.number(), trackerId: z.number() });
export type RecentUse = z.infer<typeof RecentUseSchema>;

const KEPT = 60;
const OFFERED = 6;

/** The list with this use in front, each tracker once, and not too long. */
export function noteUse(
  list: readonly RecentUse[],
  advertiserId: number,
  { id: trackerId }: Ref,
): readonly RecentUse[] {
  const others = list.filter((use) => use.trackerId !== trackerId);
  return [{ advertiserId, trackerId }, ...others].slice(0, KEPT);
}

/** The ids of an advertiser's trackers that were used last, newest first. */
export function usedLast(list: readonly RecentUse[], advertiserId: number): readonly number[] {
  return list
    .filter((use) => use.advertiserId === advertiserId)
    .slice(0, OFFERED)
    .map(({ trackerId }) => trackerId);
}
