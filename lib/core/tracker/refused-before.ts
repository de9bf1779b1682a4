import type { Job } from '../job/job';

/**
 * What the service said as it last refused an account a new tracker (or a change of one) for want of a right;
 * `null` where it has not, or has granted one since. Which rights a user has is not told by the service; what the
 * journal of the last day knows is all there is.
 */
export function refusedBefore(
  jobs: readonly Job[],
  account: string,
  isNew: boolean,
): string | null {
  const kinds = isNew ? ['tracker-create'] : ['tracker-edit', 'tracker-delete'];
  const last = jobs
    .filter((job) => job.account === account && kinds.includes(job.kind) && isAnswered(job))
    .toSorted((a, b) => a.changedAt - b.changedAt)
    .at(-1);
  if (last?.state !== 'failed' || last.failure?.code !== 'not-permitted') return null;
  return last.failure.detail ?? '';
}

const isAnswered = ({ state }: Job) => state === 'done' || state === 'failed';
