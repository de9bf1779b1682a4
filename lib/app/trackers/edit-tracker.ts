import type { ApiClient } from '../../api/client';
import * as imptracker from '../../api/imptracker';
import { AppError } from '../../core/base/errors';
import type { SessionInfo } from '../../core/account/session';
import type { TrackerChanges } from '../../core/tracker/draft';
import type { Tracker } from '../../core/tracker/tracker';
import type { Database } from '../../store/database';
import { putTrackers, removeTracker } from '../../store/trackers';

export interface SaveInput {
  /** `null` creates a new tracker. */
  readonly id: number | null;
  readonly advertiserId: number;
  readonly changes: TrackerChanges;
}

/** Creates or updates a tracker and keeps the service's answer in the cache. */
export async function saveTracker(
  client: ApiClient,
  info: SessionInfo,
  db: Database,
  input: SaveInput,
): Promise<Tracker> {
  mayWrite(info);
  if (input.id === null && !info.trackersEnabled) throw new AppError('trackers-not-enabled');
  const tracker =
    input.id === null
      ? await imptracker.createTracker(client, input.advertiserId, input.changes)
      : await imptracker.updateTracker(client, input.id, input.changes);
  await putTrackers(db, [tracker]);
  return tracker;
}

/** Deletes a tracker; one that was gone already is as good as deleted. */
export async function deleteTracker(
  client: ApiClient,
  info: SessionInfo,
  db: Database,
  id: number,
): Promise<void> {
  mayWrite(info);
  try {
    await imptracker.deleteTracker(client, id);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
  }
  await removeTracker(db, id);
}

/** Reads one tracker anew, whatever the cache holds. */
export async function openTracker(client: ApiClient, db: Database, id: number): Promise<Tracker> {
  const tracker = await imptracker.getTracker(client, id);
  await putTrackers(db, [tracker]);
  return tracker;
}

function mayWrite(info: SessionInfo): void {
  if (info.readOnly) throw new AppError('not-permitted', { detail: 'This user is read-only.' });
}
