import type { PixelRequest } from '../../core/recording/pixel-request';
import type { PageView } from '../../core/recording/page-views';
import type { Verification } from '../../core/verification/verification';
import type { Database } from '../../store/database';
import {
  changeVerification,
  loadPageViews,
  loadRequests,
  readVerification,
} from '../../store/verifications';

/** One verification as it was kept; `unreadable` of its rows are there and cannot be read. */
export interface Recording {
  readonly verification: Verification | null;
  readonly pageViews: readonly PageView[];
  readonly requests: readonly PixelRequest[];
  readonly unreadable: number;
}

/** Everything that was kept of a verification. */
export async function loadRecording(db: Database, id: string): Promise<Recording> {
  const [verification, pageViews, requests] = await Promise.all([
    readVerification(db, id),
    loadPageViews(db, id),
    loadRequests(db, id),
  ]);
  return {
    verification,
    pageViews: pageViews.rows,
    requests: requests.rows,
    unreadable: pageViews.unreadable + requests.unreadable,
  };
}

/** Keeps which trackers are expected on the pages of a verification; nothing where it is gone. */
export async function expectTrackers(
  db: Database,
  id: string,
  ids: readonly number[],
): Promise<void> {
  await changeVerification(db, id, (verification) => ({ ...verification, expectedIds: [...ids] }));
}
