import { z } from '../base/schema';
import { ReportSchema } from './report';

/** A report without its figures, as a list shows it. */
export const ReportHeadSchema = z.extend(z.omit(ReportSchema, { counted: true }), {
  /** How many tuples it has. */
  tuples: z.int(),
});
export type ReportHead = Readonly<z.infer<typeof ReportHeadSchema>>;
