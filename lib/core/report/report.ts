import { z } from '../base/schema';
import { QuestionSchema, SpanSchema } from './question';
import { ReportTypeSchema } from './report-type';
import { SeriesSchema } from './series';
import { TupleSchema } from './tuple';

/** What a report says of one tuple. */
export const CountedTupleSchema = z.object({
  tuple: TupleSchema,
  /** Names as the report tells them; `null` where it does not. */
  names: z.object({
    lineItem: z.nullable(z.string()),
    publisher: z.nullable(z.string()),
    placement: z.nullable(z.string()),
    paymentRule: z.nullable(z.string()),
  }),
  /** External impressions. */
  impressions: SeriesSchema,
  /** Money of the report's own cost column, over the whole span; `null` where it has none. */
  cost: z.nullable(z.number()),
});
export type CountedTuple = Readonly<z.infer<typeof CountedTupleSchema>>;

/** A report as it is kept: sums per tuple and period, and how they were made. Moments are milliseconds since 1970. */
export const ReportSchema = z.object({
  id: z.string(),
  question: QuestionSchema,
  type: ReportTypeSchema,
  /** The span that the question meant when it was asked. */
  span: SpanSchema,
  /** The parent in the address of the request, where the type needs one. */
  publisherId: z.nullable(z.int()),
  askedAt: z.number(),
  /** When the service made it, by its own word; `null` where it does not say. */
  madeAt: z.nullable(z.number()),
  /** The service had counted everything before this moment; `null` where it does not say. */
  closedUntil: z.nullable(z.number()),
  /** How many rows were read, and how many could not be. */
  rows: z.int(),
  /** How many the service said it has; `null` where it did not, and absent where that was not asked for yet. */
  rowCount: z.exactOptional(z.nullable(z.int())),
  unread: z.int(),
  counted: z.array(CountedTupleSchema),
});
export type Report = Readonly<z.infer<typeof ReportSchema>>;
