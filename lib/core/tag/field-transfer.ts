import { z } from '../schema';

/** Where a text goes: at the cursor, in place of what is selected; or in place of everything. */
export const PUT_WHERE = ['cursor', 'all'] as const;
export type PutWhere = (typeof PUT_WHERE)[number];

/** `taken`: the text was read back from the field. `refused`: there is no field, or it kept it out. */
export const PutOutcomeSchema = z.enum(['taken', 'refused']);
export type PutOutcome = z.infer<typeof PutOutcomeSchema>;

export const FieldReadSchema = z.object({ frameId: z.number() });
export const FieldPutSchema = z.object({
  frameId: z.number(),
  text: z.string(),
  where: z.enum(PUT_WHERE),
});
