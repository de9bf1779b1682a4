import { changedKeys, changedTrackers } from '../core/base/change';
import { isOpen, type Job, JobSchema } from '../core/job/job';
import type { DraftKey } from '../core/tracker/draft-key';
import type { Tracker } from '../core/tracker/tracker';
import type { TrackerField } from '../core/tracker/fields';
import { tellChanged } from './changes';
import { draftPlace, valueOf } from './drafts';
import { readRows, toRow } from './rows';
import type { Database } from './schema';
import { putEvents } from './tracker-events';
import { putKept } from './tracker-blocks';
import { forgetDeleted, toSingle } from './trackers';

/** What is noted of a tracker, but for when. */
type KeptEvent =
  | { readonly kind: 'created' | 'deleted'; readonly trackerId: number }
  | { readonly kind: 'changed'; readonly trackerId: number; readonly fields: TrackerField[] };

/** What a job that is done leaves in the cache; written together with its last entry, or not at all. */
export interface Kept {
  readonly put?: readonly Tracker[];
  readonly remove?: readonly number[];
  /** What is noted of these trackers, at the moment of the entry. */
  readonly events?: readonly KeptEvent[];
  /** Drafts that are forgotten; where `was` is given, only if nothing was typed since. */
  readonly drafts?: readonly { readonly key: string; readonly was?: unknown }[];
}

/** Every job of the journal that can be read, oldest first; the others stay where they are. */
export async function listJobs(db: Database): Promise<readonly Job[]> {
  const { rows } = readRows(JobSchema, await db.getAll('jobs'));
  return rows.toSorted((a, b) => a.startedAt - b.startedAt);
}

/** Whether the journal of an account has anything of a subject that has not come to a good end. */
export async function hasUndone(db: Database, account: string, subject: string): Promise<boolean> {
  const jobs = (await listJobs(db)).filter((job) => job.account === account);
  return jobs.some((job) => job.subject === subject && job.state !== 'done');
}

/** How many steps of an account's long jobs are not done, of those that are not over. */
export async function countLeft(db: Database, account: string): Promise<number> {
  const open = (await listJobs(db)).filter((job) => job.account === account && isOpen(job));
  return open.reduce((sum, { long }) => sum + (long ? long.total - long.ended : 0), 0);
}

/** Begins a job, in the place of older ones that are over. */
export async function beginJob(db: Database, job: Job, over: readonly string[]): Promise<void> {
  const transaction = db.transaction('jobs', 'readwrite');
  for (const id of over) void transaction.store.delete(id);
  void transaction.store.put(toRow(job.account, job));
  await transaction.done;
}

/**
 * Notes how far a job is, with what it leaves behind. `false` where the job is not there any more: its
 * person has left, and nothing is written.
 */
export async function noteJob(db: Database, job: Job, kept: Kept = {}): Promise<boolean> {
  const transaction = db.transaction(
    ['jobs', 'trackerBlocks', 'syncs', 'drafts', 'trackerEvents'],
    'readwrite',
  );
  const jobs = transaction.objectStore('jobs');
  const { account } = job;
  const isThere = (await jobs.get(job.id)) !== undefined;
  const forgotten: string[] = [];
  if (isThere) {
    void jobs.put(toRow(account, job));
    const blocks = transaction.objectStore('trackerBlocks');
    await putKept(blocks, account, (kept.put ?? []).map(toSingle));
    const syncs = transaction.objectStore('syncs');
    for (const id of kept.remove ?? []) await forgetDeleted(blocks, syncs, account, id);
    const events = (kept.events ?? []).map((event) => ({ ...event, at: job.changedAt }));
    putEvents(transaction.objectStore('trackerEvents'), account, events);
    const drafts = transaction.objectStore('drafts');
    for (const draft of kept.drafts ?? []) {
      const place = draftPlace(account, draft.key);
      const isSame =
        !('was' in draft) || isEqual(markOf(draft.key, await drafts.get(place)), draft.was);
      if (!isSame) continue;
      void drafts.delete(place);
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

/** A draft as a job remembers it, to tell later whether it is still the same. */
export async function markDraft(db: Database, account: string, key: DraftKey): Promise<unknown> {
  return markOf(key, await db.get('drafts', draftPlace(account, key)));
}

function markOf(key: string, row: unknown): unknown {
  return row === undefined ? undefined : { key, value: valueOf(row) };
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
