import { z } from '../core/base/schema';
import { JOB_STATES } from '../core/job/job';

/** What the background tells all open pages while it works. */
export const NoticeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sync-progress'),
    advertiserId: z.number(),
    loaded: z.number(),
    total: z.number(),
  }),
  /** The service's rate limit makes a request wait. */
  z.object({ kind: z.literal('waiting'), seconds: z.number() }),
  /** How far a job is; once it is done, the trackers with these ids are others than before, or gone. */
  z.object({
    kind: z.literal('job'),
    subject: z.string(),
    state: z.enum(JOB_STATES),
    ids: z.array(z.number()),
  }),
]);
export type Notice = z.infer<typeof NoticeSchema>;
