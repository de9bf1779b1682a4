import { FailureSchema } from '../base/failure-schema';
import { MAX_JOB_STEPS, MAX_JOB_TEXT } from '../base/limits';
import { z } from '../base/schema';

const text = z.string().check(z.maxLength(MAX_JOB_TEXT));

/** `paused`: it goes on when a person says so, or signs in. */
export const JOB_STATES = ['going', 'paused', 'cancelled', 'failed', 'done'] as const;

/** Where one step of a job stands; moments are milliseconds since 1970. */
const StepSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('planned') }),
  /** It went out then, and nobody has heard yet what came of it. */
  z.object({ state: z.literal('sent'), at: z.number() }),
  /** Its answer was lost, and looking for it did not tell. `at` is when it went out. */
  z.object({ state: z.literal('unsure'), at: z.number() }),
  z.object({ state: z.literal('answered'), result: z.unknown() }),
]);
export type Step = z.infer<typeof StepSchema>;

/** The journal of one piece of work that outlives the page that asked for it, and the worker. */
export const JobSchema = z.object({
  id: text,
  /** Whose it is: `accountOf` the session. */
  account: text,
  /** What it is about. Of one subject, one job runs at a time. */
  subject: text,
  /** Which work it is; it reads the plan. */
  kind: text,
  /** Two jobs of one subject with the same fingerprint are the same wish. */
  fingerprint: text,
  plan: z.unknown(),
  steps: z.array(StepSchema).check(z.maxLength(MAX_JOB_STEPS)),
  state: z.enum(JOB_STATES),
  /** Why it failed or is paused, where there is a reason to tell. */
  failure: z.nullable(FailureSchema),
  startedAt: z.number(),
  changedAt: z.number(),
  /** Of very many steps: `steps` has the one at hand alone, and none at the end. */
  long: z.exactOptional(
    z.object({
      total: z.int().check(z.gte(0), z.lte(MAX_JOB_STEPS)),
      /** How many have come to an end, be it a good one or not. */
      ended: z.int().check(z.gte(0), z.lte(MAX_JOB_STEPS)),
      /** After so many it waits until it is released; `null` where it does not. */
      holdAt: z.nullable(z.int().check(z.gte(0), z.lte(MAX_JOB_STEPS))),
    }),
  ),
});
export type Job = Readonly<z.infer<typeof JobSchema>>;

/** What a job is begun with. */
export type JobStart = Pick<
  Job,
  'id' | 'account' | 'subject' | 'kind' | 'fingerprint' | 'plan' | 'startedAt'
>;

/** A job of which nothing has been done yet. */
export function plannedJob(start: JobStart, steps = 1): Job {
  return {
    ...start,
    steps: Array.from({ length: steps }, () => ({ state: 'planned' })),
    state: 'going',
    failure: null,
    changedAt: start.startedAt,
  };
}

/** What is to be done now: a step whose answer was lost is looked for before it is sent again. */
export type NextAct =
  | { readonly kind: 'send'; readonly step: number }
  | { readonly kind: 'look'; readonly step: number; readonly sentAt: number };

/** The next act of a job, whatever its state; `null` where every step is answered. */
export function nextAct({ steps, long }: Job): NextAct | null {
  const at = steps.findIndex(({ state }) => state !== 'answered');
  const found = steps[at];
  const step = at + (long?.ended ?? 0);
  if (!found || found.state === 'answered') return null;
  return found.state === 'planned'
    ? { kind: 'send', step }
    : { kind: 'look', step, sentAt: found.at };
}

/** Whether something is still to be done, or to be found out: a step of it is in doubt. */
export function isOpen(job: Job): boolean {
  if (job.state === 'going' || job.state === 'paused') return true;
  return job.steps.some(({ state }) => state === 'sent' || state === 'unsure');
}

/** The answers of the steps, in their order. */
export function resultsOf({ steps }: Job): readonly unknown[] {
  return steps.map((step) => (step.state === 'answered' ? step.result : undefined));
}
