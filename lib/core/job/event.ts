import type { Failure } from '../base/errors';

/** What happens to a job. */
export type JobEvent =
  /** The step goes out now. */
  | { readonly kind: 'sent'; readonly step: number }
  /** It is done, as its answer or a look at the service says. */
  | { readonly kind: 'answered'; readonly step: number; readonly result: unknown }
  /** It was looked for, and was surely not done. */
  | { readonly kind: 'missing'; readonly step: number }
  /** Its answer was lost, and there is no telling: a person is asked. */
  | { readonly kind: 'unsure'; readonly step: number; readonly failure: Failure }
  /** It was surely not done, and is not tried again by itself. */
  | { readonly kind: 'refused'; readonly step: number; readonly failure: Failure }
  /** Of a long job: the step has come to no good end, or is not wanted, and the job goes on without it. */
  | { readonly kind: 'left'; readonly step: number }
  /** Of a long job that waits after its first steps: the rest may go out. */
  | { readonly kind: 'released' }
  | { readonly kind: 'paused'; readonly failure: Failure | null }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'cancelled' };
