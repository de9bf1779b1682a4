import type { ApiClient } from '../../api/client';
import type { Failure } from '../../core/base/errors';
import type { z } from '../../core/base/schema';
import type { SessionInfo } from '../../core/account/session';
import type { Database } from '../../store/database';
import type { Kept } from '../../store/jobs';

/** With what a step is done: the session as it is now, and the end that a person may set to it. */
export interface Means {
  readonly client: ApiClient;
  readonly info: SessionInfo;
  readonly db: Database;
  readonly signal: AbortSignal;
}

/** What a look at the service says of a step whose answer was lost. */
export type Found =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'missing' }
  /** A person has to say. `plan` is the one to go on with, which knows what was seen. */
  | { readonly kind: 'doubtful'; readonly failure: Failure; readonly plan: unknown };

/** With what a step is done that asks nothing of the service, and needs nobody to be signed in. */
export type LocalMeans = Pick<Means, 'db' | 'signal'>;

/** One job's plan, read: its steps and what each takes. */
export interface Doing<M extends LocalMeans = Means> {
  readonly steps: number;
  /** Does a step, given the results of those before; what it gives is written to the journal. */
  send(step: number, means: M, results: readonly unknown[]): Promise<unknown>;
  /** Looks whether it was done after all; `sentAt` in milliseconds since 1970, by our clock. */
  look(step: number, sentAt: number, means: M): Promise<Found>;
  /** Whether a step can be sent a second time with no harm. */
  readonly isRepeatable: boolean;
  /** How long the service may take to show what it has done, in milliseconds. */
  readonly lagMs: number;
  /** What the answers of all steps leave in the store. */
  keep(results: readonly unknown[]): Kept;
}

/** A kind of work: reads its own plans, `null` where they cannot be read. */
interface ServiceWork {
  readonly kind: string;
  readonly isLocal?: false;
  read(plan: unknown): Doing | null;
}

/**
 * Work of this browser alone: nobody has to be signed in. It says itself whether it goes on after it was interrupted,
 * however long ago it began.
 */
interface LocalWork {
  readonly kind: string;
  readonly isLocal: true;
  read(plan: unknown): Doing<LocalMeans> | null;
}

export type Work = ServiceWork | LocalWork;

/** A kind of work by the schema of its plan. */
export function createWork<P>(
  kind: string,
  schema: z.ZodMiniType<P>,
  doing: (plan: P) => Doing,
): Work {
  return { kind, read: (plan) => readPlan(schema, plan, doing) };
}

/** The same of this browser alone. */
export function createLocalWork<P>(
  kind: string,
  schema: z.ZodMiniType<P>,
  doing: (plan: P) => Doing<LocalMeans>,
): Work {
  return { kind, isLocal: true, read: (plan) => readPlan(schema, plan, doing) };
}

function readPlan<P, D>(schema: z.ZodMiniType<P>, plan: unknown, doing: (plan: P) => D): D | null {
  const parsed = schema.safeParse(plan);
  return parsed.success ? doing(parsed.data) : null;
}
