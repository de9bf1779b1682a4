import { FailureSchema } from '../base/failure-schema';
import { z } from '../base/schema';
import { ReportPlanSchema } from './plan';

/** How far a report is: it is asked for, the service makes it, it is downloaded and read. */
export const ReportStepSchema = z.enum(['asked', 'waiting', 'reading']);
export type ReportStep = z.infer<typeof ReportStepSchema>;

/** A report that is not there yet, or failed. */
export const RunningReportSchema = z.object({
  /** Under which it is kept, once it is read. */
  id: z.string(),
  plan: ReportPlanSchema,
  step: ReportStepSchema,
  /** `null` while it goes on; a cancelled one is not told any more. */
  failure: z.nullable(FailureSchema),
  /** Milliseconds since 1970. */
  startedAt: z.number(),
});
export type RunningReport = Readonly<z.infer<typeof RunningReportSchema>>;
