import { z } from '../base/schema';

const id = z.nullable(z.int());

/**
 * By what the rows of a report are told apart. No report knows the id of a tracker (api.md 5.2). `null`: this type of
 * report does not tell it. A placement of 0 is none.
 */
export const TupleSchema = z.object({
  lineItemId: id,
  publisherId: id,
  placementId: id,
  paymentRuleId: id,
});
export type Tuple = Readonly<z.infer<typeof TupleSchema>>;
