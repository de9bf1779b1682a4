import { z } from '../schema';

const SeveritySchema = z.enum(['error', 'warning', 'info']);

export const SpanSchema = z.object({
  text: z.string(),
  isMacro: z.boolean(),
  severity: z.nullable(SeveritySchema),
});

/** A finding in words. */
export const RemarkSchema = z.object({
  code: z.string(),
  severity: SeveritySchema,
  sentence: z.string(),
  next: z.string(),
});
export type Remark = z.infer<typeof RemarkSchema>;

/** A written tag, ready to be shown. */
export const TagViewSchema = z.object({
  text: z.string(),
  /** `false`: it may not leave. */
  usable: z.boolean(),
  spans: z.array(SpanSchema),
  remarks: z.array(RemarkSchema),
});
export type TagView = z.infer<typeof TagViewSchema>;
