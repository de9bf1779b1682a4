import type { TableActions } from '@/components/trackers/acts/acts-model';
import type { PassportActions } from '@/components/trackers/passport/passport-actions';
import { AppError, toFailure } from '@/lib/core/base/errors';
import { SEEN_IN_PASSPORT } from '@/lib/core/base/limits';

/** Something of everything that sign-out asks about. */
export const LEAVING = {
  countRecorded: async () => 87,
  countNoted: async () => 12,
  countForms: async () => 1,
  countLeftOfRuns: async () => 197,
};

/** A change of many that waits for a session, and does not go on. */
export const WAITS: Partial<TableActions> = {
  startBulk(_, { onRun }) {
    onRun({ id: 'r-1', done: 12, waits: { failure: toFailure(new AppError('session-expired')) } });
    return new Promise(() => {});
  },
};

/** One that was ended early, where some could not be changed. */
export const ENDED: Partial<TableActions> = {
  startBulk: async ({ rows }) => ({
    id: 'r-1',
    changed: 12,
    failed: rows
      .slice(0, 25)
      .map(({ name }) => ({ name, failure: toFailure(new AppError('not-found')) })),
    notSent: 3,
    failure: null,
  }),
};

const NOON = Date.UTC(2026, 4, 12, 12);

/** A passport with as many verifications as are shown, and entries that cannot be read. */
export const FULL: Partial<PassportActions> = {
  readEvents: async () => ({ rows: [], unreadable: 3 }),
  seenIn: async () =>
    Array.from({ length: SEEN_IN_PASSPORT }, (_, index) => ({
      verificationId: `v-${index}`,
      requests: 2,
      isMore: false,
      at: NOON - index * 60_000,
      name: null,
    })),
};
