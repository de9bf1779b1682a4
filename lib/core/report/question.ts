import { z } from '../base/schema';

const date = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const id = z.int().check(z.positive());

/** By what the figures are summed. */
export const GrainSchema = z.enum(['day', 'hour']);
export type Grain = z.infer<typeof GrainSchema>;

/** Of what a person wants to know the figures; an advertiser is always known. */
const AboutSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tracker'), id }),
  z.object({ kind: z.literal('line-item'), id }),
  z.object({ kind: z.literal('publisher'), id }),
  z.object({ kind: z.literal('advertiser') }),
]);
export type About = z.infer<typeof AboutSchema>;

/** The first day and the last, both among them, in the time zone of the question. */
export const SpanSchema = z.object({ first: date, last: date });
export type Span = Readonly<z.infer<typeof SpanSchema>>;

const WhenSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('last-7-days') }),
  z.object({ kind: z.literal('last-month') }),
  z.object({ kind: z.literal('custom'), span: SpanSchema }),
]);
export type When = z.infer<typeof WhenSchema>;

/** What a person asks of the reports. */
export const QuestionSchema = z.object({
  advertiserId: id,
  about: AboutSchema,
  when: WhenSchema,
  by: GrainSchema,
  /** Named as the service names it: `UTC`, `America/New_York`. */
  timeZone: z.string().check(z.maxLength(100)),
});
export type Question = Readonly<z.infer<typeof QuestionSchema>>;
