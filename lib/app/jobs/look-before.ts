import { getTracker } from '../../api/imptracker';
import { accountOf } from '../../core/account/session';
import { AppError } from '../../core/base/errors';
import type { EditPlan } from '../../core/tracker/plan';
import { differingFields, versionOf } from '../../core/tracker/versions';
import { putTrackers } from '../../store/trackers';
import type { Means } from './work';

/**
 * Looks at a tracker right before it is changed, and refuses with `changed-meanwhile` where somebody has changed
 * it since its form was opened; what is there now is cached then. One that was only touched, with every field as
 * it was, is changed: nothing of anybody's is gone over. So is one of which the service shows a state from before
 * the form was opened: its reads lag behind its writes, and what is older tells nothing of what came since.
 */
export async function lookBeforeChange(
  { id, began }: EditPlan,
  { client, info, db, signal }: Means,
): Promise<void> {
  if (began === undefined) return;
  const tracker = await getTracker(client, id);
  signal.throwIfAborted();
  const now = versionOf(tracker);
  if (now.lastModified < began.lastModified) return;
  if (differingFields(began.draft, now.draft).length === 0) return;
  await putTrackers(db, accountOf(info), [tracker]);
  throw new AppError('changed-meanwhile');
}
