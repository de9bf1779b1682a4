import { changedKeys, changedTrackers } from '../core/base/change';
import { type Job, JobSchema } from '../core/job/job';
import type { Tracker } from '../core/tracker/tracker';
import { tellChanged } from './changes';
import type { Database } from './database';
import { forgetDeleted, toSingleRow } from './trackers';

/** What a job that is done leaves in the cache; written together with its last entry, or not at all. */
export interface Kept {
  readonly put?: readonly Tracker[];
  readonly remove?: readonly number[];
  /** Drafts that are forgotten; where `was` is given, only if nothing was typed since. */
  readonly drafts?: readonly { readonly key: string; readonly was?: unknown }[];
}

/** Every job of the journal that can be read, oldest first; the others stay where they are. */
export async function listJobs(db: Database): Promise<readonly Job[]> {
  const rows = await db.getAll('jobs');
  return rows
    .flatMap((row) => JobSchema.safeParse(row).data ?? [])
    .toSorted((a, b) => a.startedAt - b.startedAt);
}

/** Whether the journal has anything of a subject that has not come to a good end. */
export async function hasUndone(db: Database, subject: string): Promise<boolean> {
  const jobs = await listJobs(db);
  return jobs.some((job) => job.subject === subject && job.state !== 'done');
}

/** Begins a job, in the place of older ones that are over. */
export async function beginJob(db: Database, job: Job, over: readonly string[]): Promise<void> {
  const transaction = db.transaction('jobs', 'readwrite');
  for (const id of over) void transaction.store.delete(id);
  void transaction.store.put(job);
  await transaction.done;
}

/**
 * Notes how far a job is, with what it leaves behind. `false` where the job is not there any more: its
 * person has left, and nothing is written.
 */
export async function noteJob(db: Database, job: Job, kept: Kept = {}): Promise<boolean> {
  const transaction = db.transaction(['jobs', 'trackers', 'syncs', 'drafts'], 'readwrite');
  const jobs = transaction.objectStore('jobs');
  const isThere = (await jobs.get(job.id)) !== undefined;
  const forgotten: string[] = [];
  if (isThere) {
    void jobs.put(job);
    const trackers = transaction.objectStore('trackers');
    for (const tracker of kept.put ?? []) void trackers.put(toSingleRow(tracker));
    const syncs = transaction.objectStore('syncs');
    for (const id of kept.remove ?? []) await forgetDeleted(trackers, syncs, id);
    const drafts = transaction.objectStore('drafts');
    for (const draft of kept.drafts ?? []) {
      const isSame = !('was' in draft) || isEqual(await drafts.get(draft.key), draft.was);
      if (!isSame) continue;
      void drafts.delete(draft.key);
      forgotten.push(draft.key);
    }
  }
  await transaction.done;
  if (isThere) {
    const put = (kept.put ?? []).map(({ id }) => id);
    tellChanged(db, changedTrackers([...put, ...(kept.remove ?? [])]));
    tellChanged(db, changedKeys('drafts', forgotten));
  }
  return isThere;
}

/** A draft's row as a job remembers it, to tell later whether it is still the same. */
export async function draftRow(db: Database, key: string): Promise<unknown> {
  return db.get('drafts', key);
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
