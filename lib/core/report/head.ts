import { z } from '../base/schema';
import { ReportSchema } from './report';
import { SeriesTotalSchema } from './series-total';

/** A report without its figures, as a list shows it. */
export const ReportHeadSchema = z.extend(z.omit(ReportSchema, { counted: true }), {
  /** How many tuples it has. */
  tuples: z.int(),
  /** What all of it adds up to; absent where it was kept before that was. */
  total: z.exactOptional(SeriesTotalSchema),
});
export type ReportHead = Readonly<z.infer<typeof ReportHeadSchema>>;
