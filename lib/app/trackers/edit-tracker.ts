import type { ApiClient } from '../../api/client';
import * as imptracker from '../../api/imptracker';
import { AppError } from '../../core/base/errors';
import type { SessionInfo } from '../../core/account/session';
import type { TrackerChanges } from '../../core/tracker/draft';
import { type DraftKey, formDraftKey, POPUP_ROUTE_KEY } from '../../core/tracker/draft-key';
import { fingerprintOf, holds, trackerSubject } from '../../core/tracker/plan';
import type { CreatePlan, DeletePlan, EditPlan } from '../../core/tracker/plan';
import type { Tracker } from '../../core/tracker/tracker';
import type { Version } from '../../core/tracker/versions';
import type { Database } from '../../store/database';
import { markDraft } from '../../store/jobs';
import { findTrackers, listTrackers, putTrackers } from '../../store/trackers';
import type { Order } from '../jobs/jobs';
import { createTrackerWork, deleteTrackerWork, editTrackerWork } from '../jobs/tracker-works';

/** A form that was closed while it was being saved, opened again and saved again, means one tracker. */
const SAME_MS = 60_000;

export interface SaveInput {
  /** `null` creates a new tracker. */
  readonly id: number | null;
  readonly advertiserId: number;
  readonly changes: TrackerChanges;
  /** The tracker as it was when its form was opened; without it, nobody looks whether it has changed since. */
  readonly began?: Version;
}

/** The order to save what was typed into the popup's form. */
export function saveOrder(input: SaveInput): Order {
  const { id, advertiserId, changes, began } = input;
  const draftKey = formDraftKey(advertiserId, id);
  const drafts = [draftKey, POPUP_ROUTE_KEY] as const;
  if (id === null) return createOrder(advertiserId, changes, draftKey, drafts);
  return {
    kind: editTrackerWork.kind,
    subject: trackerSubject(id),
    // The same changes of another version are another wish: somebody has decided meanwhile.
    fingerprint: `${fingerprintOf(changes)}${began ? ` of ${began.lastModified}` : ''}`,
    sameForMs: 0,
    mustHearOfOther: false,
    plan: async (db, account) => {
      const [cached] = await findTrackers(db, account, [id]);
      const before = began?.lastModified ?? cached?.lastModified ?? null;
      return {
        id,
        changes,
        before,
        ...(began && { began }),
        drafts: await markDrafts(db, account, drafts),
      } satisfies EditPlan;
    },
  };
}

/** The order to make a new tracker of a form; its draft is what tells it from other new ones. */
export function createOrder(
  advertiserId: number,
  changes: TrackerChanges,
  draftKey: DraftKey,
  drafts: readonly DraftKey[] = [draftKey],
): Order {
  return {
    kind: createTrackerWork.kind,
    subject: draftKey,
    fingerprint: fingerprintOf(changes),
    sameForMs: SAME_MS,
    mustHearOfOther: true,
    plan: async (db, account) => {
      const { rows: cached } = await listTrackers(db, account, advertiserId);
      const twins = cached.filter((tracker) => holds(tracker, changes)).map(({ id }) => id);
      const since = cached[0]?.lastModified ?? null;
      const marks = await markDrafts(db, account, drafts);
      return { advertiserId, changes, since, twins, drafts: marks } satisfies CreatePlan;
    },
  };
}

/** The order to delete a tracker. */
export function deleteOrder(id: number): Order {
  return {
    kind: deleteTrackerWork.kind,
    subject: trackerSubject(id),
    fingerprint: 'delete',
    sameForMs: 0,
    mustHearOfOther: false,
    plan: async (db, account) => {
      const [cached] = await findTrackers(db, account, [id]);
      const draftKey = cached ? formDraftKey(cached.advertiserId, id) : null;
      const drafts = await markDrafts(db, account, [POPUP_ROUTE_KEY]);
      return { id, draftKey, drafts } satisfies DeletePlan;
    },
  };
}

/** Reads one tracker anew, whatever the cache holds. */
export async function openTracker(
  client: ApiClient,
  db: Database,
  account: string,
  id: number,
): Promise<Tracker> {
  const tracker = await imptracker.getTracker(client, id);
  await putTrackers(db, account, [tracker]);
  return tracker;
}

/** Refuses, before anything is sent, who may not write; and a new tracker where the member has none. */
export function mayWrite(info: SessionInfo, isNew: boolean): void {
  if (info.readOnly) throw new AppError('not-permitted', { detail: 'This user is read-only.' });
  if (isNew && !info.trackersEnabled) throw new AppError('trackers-not-enabled');
}

function markDrafts(db: Database, account: string, keys: readonly DraftKey[]) {
  return Promise.all(keys.map(async (key) => ({ key, was: await markDraft(db, account, key) })));
}
