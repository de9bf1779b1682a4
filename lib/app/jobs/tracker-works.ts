import * as imptracker from '../../api/imptracker';
import { accountOf } from '../../core/account/session';
import { AppError, toFailure } from '../../core/base/errors';
import {
  type CreatePlan,
  CreatePlanSchema,
  DeletePlanSchema,
  type EditPlan,
  EditPlanSchema,
  lookForEdited,
} from '../../core/tracker/plan';
import { type Tracker, TrackerSchema } from '../../core/tracker/tracker';
import { fieldsSet } from '../../core/verification/passport/event';
import type { Kept } from '../../store/jobs';
import { putTrackers } from '../../store/trackers';
import { doubtful, findCreated } from './find-created';
import { lookBeforeChange } from './look-before';
import { createWork, type Found, type Means } from './work';

/** A copy of the service's database that answers reads was seen seven seconds behind. */
export const LAG_MS = 10_000;

export const createTrackerWork = createWork('tracker-create', CreatePlanSchema, (plan) => ({
  steps: 1,
  isRepeatable: false,
  lagMs: LAG_MS,
  send: (_, { client }) => imptracker.createTracker(client, plan.advertiserId, plan.changes),
  look: (_, sentAt, means) => foundCreated(plan, sentAt, means),
  keep: ([made]) => {
    const kept = keepTracker(made, plan.drafts);
    const events = (kept.put ?? []).map(({ id }) => ({ kind: 'created' as const, trackerId: id }));
    return { ...kept, events };
  },
}));

export const editTrackerWork = createWork('tracker-edit', EditPlanSchema, (plan) => ({
  steps: 1,
  isRepeatable: true,
  lagMs: 0,
  send: async (_, means) => {
    await lookBeforeChange(plan, means);
    return imptracker.updateTracker(means.client, plan.id, plan.changes);
  },
  look: (_, __, means) => findEdited(plan, means),
  keep: ([changed]) => ({
    ...keepTracker(changed, plan.drafts),
    events: [
      {
        kind: 'changed',
        trackerId: plan.id,
        fields: fieldsSet(plan.changes),
        ...(plan.changes.state !== undefined && { state: plan.changes.state }),
      },
    ],
  }),
}));

/** One that was gone already is as good as deleted, so that it is simply deleted again. */
export const deleteTrackerWork = createWork('tracker-delete', DeletePlanSchema, (plan) => ({
  steps: 1,
  isRepeatable: true,
  lagMs: 0,
  send: async (_, { client }) => {
    try {
      await imptracker.deleteTracker(client, plan.id);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
    }
    return null;
  },
  look: async () => ({ kind: 'missing' }),
  keep: () => ({
    remove: [plan.id],
    events: [{ kind: 'deleted', trackerId: plan.id }],
    drafts: [...plan.drafts, ...(plan.draftKey === null ? [] : [{ key: plan.draftKey }])],
  }),
}));

export const TRACKER_WORKS = [createTrackerWork, editTrackerWork, deleteTrackerWork];

async function foundCreated(plan: CreatePlan, sentAt: number, means: Means): Promise<Found> {
  const looked = await findCreated(plan, sentAt, means);
  if (looked.kind === 'made') return { kind: 'done', result: looked.tracker };
  if (looked.kind === 'missing') return looked;
  return {
    kind: 'doubtful',
    failure: toFailure(doubtful(looked.ids)),
    // Asked about once: who saves again has said that it is another one.
    plan: { ...plan, twins: [...plan.twins, ...looked.ids] } satisfies CreatePlan,
  };
}

async function findEdited(plan: EditPlan, { client, info, db }: Means): Promise<Found> {
  const tracker = await imptracker.getTracker(client, plan.id);
  const looked = lookForEdited(plan, tracker);
  if (looked.kind === 'made') return { kind: 'done', result: tracker };
  if (looked.kind === 'missing') return looked;
  await putTrackers(db, accountOf(info), [tracker]);
  return { kind: 'doubtful', failure: toFailure(new AppError('changed-meanwhile')), plan };
}

function keepTracker(result: unknown, drafts: CreatePlan['drafts']): Kept {
  const tracker = readTracker(result);
  return { put: [tracker], drafts };
}

/** The tracker that a job of these gave. */
export function readTracker(result: unknown): Tracker {
  const parsed = TrackerSchema.safeParse(result);
  if (!parsed.success) throw new AppError('unexpected', { detail: 'no tracker in the journal' });
  return parsed.data;
}
