import * as imptracker from '../../../api/imptracker';
import { AppError, type Failure } from '../../../core/base/errors';
import { MAX_TRACKER_ROWS } from '../../../core/base/limits';
import { z } from '../../../core/base/schema';
import { lookForEdited } from '../../../core/tracker/plan';
import type { Tracker } from '../../../core/tracker/tracker';
import { changesOfFields } from '../../../core/tracker-sheet/planned-row';
import type { RowEnd, Run, RunRow } from '../../../core/tracker-sheet/run';
import { stillToChange } from '../../../core/tracker-sheet/still-to-change';
import type { Database } from '../../../store/database';
import { type Ending, noteRun, readRun, readRunRow } from '../../../store/runs';
import { doubtful, findCreated } from '../../jobs/find-created';
import { createLongWork, type LongDoing } from '../../jobs/long-work';
import { LAG_MS } from '../../jobs/tracker-works';
import type { Means } from '../../jobs/work';

/** What a bulk change of trackers is about: one at a time. */
export const RUN_SUBJECT = 'tracker-run';
export const RUN_KIND = 'tracker-run';

const count = z.int().check(z.gte(0), z.lte(MAX_TRACKER_ROWS));
/** Its rows stand in the store, each by its step. */
const RunPlanSchema = z.object({ runId: z.string(), total: count, holdAt: z.nullable(count) });
export type RunPlan = z.infer<typeof RunPlanSchema>;

/** What came of a step: of which row, and the tracker as it is then. */
type StepEnd = Omit<Ending, 'row'> & { readonly row: RunRow | null };

/** A bulk change of trackers, as work: each step is one row that is sent. */
export const runWork = createLongWork(
  RUN_KIND,
  RunPlanSchema,
  ({ runId, total, holdAt }): LongDoing<StepEnd> => ({
    total,
    holdAt,
    lagMs: LAG_MS,
    async send(step, means) {
      const row = await rowAt(means.db, runId, step);
      return row.kind === 'create' ? create(runId, row, means) : change(row, means);
    },
    async look(step, sentAt, means) {
      const row = await rowAt(means.db, runId, step);
      const tracker =
        row.kind === 'create'
          ? await foundCreated(runId, row, sentAt, means)
          : await findChanged(row, means);
      return tracker === null
        ? { kind: 'missing' as const }
        : { kind: 'done' as const, end: endOf(row, tracker) };
    },
    failed: (failure: Failure): StepEnd => ({
      row: null,
      end: { kind: 'failed', id: null, failure },
      tracker: null,
    }),
    async note(db, job, ended) {
      const row = ended && (ended.end.row ?? (await rowAt(db, runId, ended.step)));
      const ending = row && ended && { ...ended.end, row, end: withId(ended.end.end, row) };
      return noteRun(db, job, runId, ending);
    },
  }),
);

async function create(runId: string, row: RunRow, { client, db }: Means): Promise<StepEnd> {
  const { advertiser } = await runAt(db, runId);
  const changes = changesOfFields(row.fields);
  return endOf(row, await imptracker.createTracker(client, advertiser.id, changes));
}

/** A change never goes over what somebody else has set since it was planned. */
async function change(row: RunRow, { client }: Means): Promise<StepEnd> {
  const id = idOf(row);
  const now = await imptracker.getTracker(client, id);
  const left = stillToChange(row.fields, now);
  if (left === 'changed-meanwhile') throw new AppError('changed-meanwhile');
  if (left === 'done') {
    return { row, end: { kind: 'skipped', id, failure: null }, tracker: now };
  }
  return endOf(row, await imptracker.updateTracker(client, id, changesOfFields(row.fields)));
}

/** By its values, among what was changed since the last row was written. */
async function foundCreated(
  runId: string,
  row: RunRow,
  sentAt: number,
  means: Means,
): Promise<Tracker | null> {
  const { advertiser, since } = await runAt(means.db, runId);
  const plan = {
    advertiserId: advertiser.id,
    changes: changesOfFields(row.fields),
    since,
    twins: [...row.twins],
    drafts: [],
  };
  const looked = await findCreated(plan, sentAt, means);
  if (looked.kind === 'doubtful') throw doubtful(looked.ids);
  return looked.kind === 'made' ? looked.tracker : null;
}

async function findChanged(row: RunRow, { client }: Means): Promise<Tracker | null> {
  const tracker = await imptracker.getTracker(client, idOf(row));
  const plan = { id: tracker.id, changes: changesOfFields(row.fields), before: null, drafts: [] };
  return lookForEdited(plan, tracker).kind === 'made' ? tracker : null;
}

function endOf(row: RunRow, tracker: Tracker): StepEnd {
  const kind = row.kind === 'create' ? 'created' : 'changed';
  return { row, end: { kind, id: tracker.id, failure: null }, tracker };
}

function withId(end: RowEnd, { trackerId }: RunRow): RowEnd {
  return { ...end, id: end.id ?? trackerId };
}

function idOf({ trackerId }: RunRow): number {
  if (trackerId === null) throw new AppError('unexpected', { detail: 'a change of no tracker' });
  return trackerId;
}

async function runAt(db: Database, runId: string): Promise<Run> {
  const run = await readRun(db, runId);
  if (run === null) throw new AppError('not-saved', { detail: 'the run is not there' });
  return run;
}

async function rowAt(db: Database, runId: string, step: number): Promise<RunRow> {
  const row = await readRunRow(db, runId, step);
  if (row === null) throw new AppError('not-saved', { detail: `row ${step} is not there` });
  return row;
}
