import { z } from '../../core/base/schema';

/** A list of the objects that a tracker may name. */
export const ObjectQuerySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('publisher') }),
  z.object({ kind: z.literal('line-item'), advertiserId: z.number() }),
  z.object({ kind: z.literal('placement'), publisherId: z.number() }),
  z.object({ kind: z.literal('payment-rule'), publisherId: z.number() }),
]);

/** What a picker looks among: such a list, or all advertisers. */
export const PickerQuerySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('advertiser') }),
  ObjectQuerySchema,
]);
