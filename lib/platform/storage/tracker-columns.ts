import { TrackerColumnMemorySchema } from '../../core/tracker-sheet/columns';
import { createKept } from './kept';

const kept = createKept(
  'trackerColumns',
  (stored) => TrackerColumnMemorySchema.safeParse(stored).data ?? [],
);

/** Which columns of sheets of trackers were chosen by hand; what cannot be read is as if nothing had been. */
export const readTrackerColumns = kept.read;
export const changeTrackerColumns = kept.change;
