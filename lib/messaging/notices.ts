import { ChangeSchema } from '../core/base/change';
import { z } from '../core/base/schema';
import { JOB_STATES } from '../core/job/job';
import { ReportStepSchema } from '../core/report/running';

/**
 * What all open pages are told: how far work is, and that what is stored is other than before. A page hears
 * it by `onNotice` of `lib/platform/channels/notices` (wired in its entrypoint: `onNotice(model.hear)`), and
 * patches what it shows: it reads the things with the ids of a *changed* notice from the store, and takes
 * out those that are not found there. A page hears of its own changes as well.
 */
export const NoticeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sync-progress'),
    advertiserId: z.number(),
    loaded: z.number(),
    total: z.number(),
  }),
  /** The service's rate limit makes a request wait. */
  z.object({ kind: z.literal('waiting'), seconds: z.number() }),
  /** What is stored has changed; told by whoever wrote it, once it is on disk. */
  z.object({ kind: z.literal('changed'), change: ChangeSchema }),
  /** How far a job is; once it is done, these are the trackers it was about. */
  z.object({
    kind: z.literal('job'),
    subject: z.string(),
    state: z.enum(JOB_STATES),
    ids: z.array(z.number()),
  }),
  /** How far a report is: asked for, waited for, being read, with the rows so far. */
  z.object({
    kind: z.literal('report-progress'),
    id: z.string(),
    step: ReportStepSchema,
    rows: z.number(),
  }),
]);
export type Notice = z.infer<typeof NoticeSchema>;
