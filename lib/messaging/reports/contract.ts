import { MAX_JOB_TEXT } from '../../core/base/limits';
import { z } from '../../core/base/schema';
import { ReportHeadSchema } from '../../core/report/head';
import { NoPlanSchema } from '../../core/report/no-plan';
import { ReportPlanSchema } from '../../core/report/plan';
import { QuestionSchema } from '../../core/report/question';
import { ReportSchema } from '../../core/report/report';
import { ReportTypeSchema } from '../../core/report/report-type';
import { RunningReportSchema } from '../../core/report/running';
import type { Messages } from '../wire/message';

const one = z.object({ id: z.string().check(z.maxLength(100)) });
const none = z.null();
const question = z.object({ question: QuestionSchema });
/** Whose data the page shows: for nobody else is anything asked. */
const account = z.exactOptional(z.string().check(z.maxLength(MAX_JOB_TEXT)));
const names = z.array(z.string());

/** Reports: what can be asked, asking, what is under way, what is kept. Pages read what is kept from the store themselves, too. */
export const reportsContract = {
  /** The types that the service offers, and what each has. */
  'reports.metas': {
    from: ['page'],
    request: none,
    reply: z.array(
      z.object({
        type: ReportTypeSchema,
        granularity: z.nullable(z.string()),
        columns: names,
        filters: names,
      }),
    ),
  },
  /** What would be asked for a question, and what is to be known of it before. */
  'reports.plan': {
    from: ['page'],
    request: question,
    reply: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('plan'), plan: ReportPlanSchema }),
      z.object({ kind: z.literal('no-plan'), why: NoPlanSchema }),
    ]),
  },
  /** Asks; gives the id under which the report will be kept. The same question that is under way is asked once. */
  'reports.ask': {
    from: ['page'],
    request: z.extend(question, { account }),
    reply: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('asked'), id: z.string() }),
      z.object({ kind: z.literal('no-plan'), why: NoPlanSchema }),
    ]),
  },
  /** What is under way or failed, and what is kept, newest first. */
  'reports.list': {
    from: ['page'],
    request: none,
    reply: z.object({ running: z.array(RunningReportSchema), kept: z.array(ReportHeadSchema) }),
  },
  'reports.get': { from: ['page'], request: one, reply: z.nullable(ReportSchema) },
  /** Ends one that is under way, at once; takes one that failed out of the list. */
  'reports.cancel': { from: ['page'], request: one, reply: none },
  /** Forgets one that is kept. */
  'reports.delete': { from: ['page'], request: one, reply: none },
} as const satisfies Messages;
