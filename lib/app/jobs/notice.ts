import type { Job } from '../../core/job/job';
import { resultsOf } from '../../core/job/job';
import { z } from '../../core/base/schema';
import type { Notice } from '../../messaging/notices';

const WithIdSchema = z.object({ id: z.number() });

/** What open pages are told of a job: how it stands, and the trackers that it has changed. */
export function noticeOf(job: Job): Notice {
  const { subject, state } = job;
  const things = state === 'done' ? [job.plan, ...resultsOf(job)] : [];
  const ids = things.flatMap((thing) => WithIdSchema.safeParse(thing).data?.id ?? []);
  return { kind: 'job', subject, state, ids: [...new Set(ids)] };
}
