import { z } from '../schema';
import { type CheckedText, checkText, repairText } from './check-text';
import type { TagFinding } from './finding';
import type { TagPlace } from './rules/rule';
import { TAG_TYPES } from './tag-spec';
import { type Remark, RemarkSchema, SpanSchema } from './tag-view';
import { spansOf, tokensOf } from './tokens';

/**
 * What a field holds, ready to be shown: the reading is done where its code need not be injected
 * into a page.
 */
export const FieldReportSchema = z.object({
  isEmpty: z.boolean(),
  tags: z.array(z.object({ id: z.nullable(z.number()), type: z.enum(TAG_TYPES) })),
  /** Pixels of other vendors, left alone. */
  others: z.number(),
  remarks: z.array(RemarkSchema),
  now: z.array(SpanSchema),
  /** The text after every safe repair; `null` where there is none to make. */
  repaired: z.nullable(z.object({ text: z.string(), spans: z.array(SpanSchema) })),
});
export type FieldReport = z.infer<typeof FieldReportSchema>;

/** Reads what a field holds; `describe` gives a finding its words. */
export function reportField(
  text: string,
  place: TagPlace,
  describe: (finding: TagFinding) => Remark,
): FieldReport {
  const checked = checkText(text, place);
  const repaired = repairText(text, place);
  return {
    isEmpty: text.trim() === '',
    tags: checked.tags.map(({ spec, type }) => ({ id: spec?.trackerId ?? null, type })),
    others: checked.others.length,
    remarks: checked.findings.map(describe),
    now: spans(checked),
    repaired:
      repaired === text ? null : { text: repaired, spans: spans(checkText(repaired, place)) },
  };
}

function spans(checked: CheckedText) {
  return [...spansOf(checked.text, tokensOf(checked), checked.findings)];
}
