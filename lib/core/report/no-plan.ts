import { z } from '../base/schema';
import { ReportTypeSchema } from './report-type';

/** Why a question means no days. */
const SpanProblemSchema = z.enum(['time-zone', 'no-days', 'not-yet', 'too-long']);
export type SpanProblem = z.infer<typeof SpanProblemSchema>;

/** Why a type of report cannot answer a question. */
const TypeProblemSchema = z.enum([
  /** The service does not offer it to this user. */
  'not-offered',
  'no-impressions',
  /** It is not summed by days, or by hours, as asked. */
  'no-periods',
  /** It needs a publisher, and the question names none. */
  'needs-publisher',
  /** It cannot be asked for what the question is about alone. */
  'no-filter',
]);
export type TypeProblem = z.infer<typeof TypeProblemSchema>;

/** Why there is no plan. */
export const NoPlanSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('span'), problem: SpanProblemSchema }),
  /** The tracker of the question is not known here. */
  z.object({ kind: z.literal('tracker-unknown') }),
  /** It has neither line item nor publisher, by which reports tell it. */
  z.object({ kind: z.literal('tracker-bare') }),
  z.object({
    kind: z.literal('no-type'),
    types: z.array(z.object({ type: ReportTypeSchema, problem: TypeProblemSchema })),
  }),
]);
export type NoPlan = z.infer<typeof NoPlanSchema>;
