import { z } from '../../core/base/schema';
import { type RecentUse, RecentUseSchema } from '../../core/tracker/recent';
import { createKept } from './kept';

const ListSchema = z.array(RecentUseSchema);

const kept = createKept<readonly RecentUse[]>(
  'recentTrackers',
  (stored) => ListSchema.safeParse(stored).data ?? [],
);

/** Which trackers' tags were used last; a list that cannot be read is as if there were none. */
export const readRecent = kept.read;
export const changeRecent = kept.change;
