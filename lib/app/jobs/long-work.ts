import type { Failure } from '../../core/base/errors';
import type { z } from '../../core/base/schema';
import type { Job } from '../../core/job/job';
import type { Database } from '../../store/database';
import type { Means } from './work';

/** What came of a step of a long job. */
export interface EndOf<End> {
  readonly step: number;
  readonly end: End;
}

/** One long job's plan, read: how many steps it has, and what each takes. */
export interface LongDoing<End> {
  readonly total: number;
  /** How many are done before it waits to be released; `null` where it does not. */
  readonly holdAt: number | null;
  /** How long the service may take to show what it has done, in milliseconds. */
  readonly lagMs: number;
  /** Does a step. What it throws is why it was not done, or why nobody knows. */
  send(step: number, means: Means): Promise<End>;
  /** Looks whether it was done after all; `sentAt` in milliseconds since 1970, by our clock. */
  look(
    step: number,
    sentAt: number,
    means: Means,
  ): Promise<{ readonly kind: 'done'; readonly end: End } | { readonly kind: 'missing' }>;
  /** What came of a step that was surely not done. */
  failed(failure: Failure): End;
  /** Writes an entry of the journal, and what came of a step; `false` where its person has left. */
  note(db: Database, job: Job, ended: EndOf<End> | null): Promise<boolean>;
}

/** What the runner needs of a long job, whatever comes of its steps. */
export interface LongRun {
  readonly total: number;
  readonly holdAt: number | null;
  readonly proceed: <R>(run: <End>(doing: LongDoing<End>) => R) => R;
}

/**
 * Work of very many steps, of which some may come to no good end: what came of each is kept beside its journal
 * ([0032]), and it is paused, gone on with, and ended.
 */
export interface LongWork {
  readonly kind: string;
  readonly isLong: true;
  read(plan: unknown): LongRun | null;
}

/** A kind of long work by the schema of its plan. */
export function createLongWork<P, End>(
  kind: string,
  schema: z.ZodMiniType<P>,
  doingOf: (plan: P) => LongDoing<End>,
): LongWork {
  return {
    kind,
    isLong: true,
    read(plan) {
      const parsed = schema.safeParse(plan);
      if (!parsed.success) return null;
      const doing = doingOf(parsed.data);
      return { total: doing.total, holdAt: doing.holdAt, proceed: (run) => run(doing) };
    },
  };
}
