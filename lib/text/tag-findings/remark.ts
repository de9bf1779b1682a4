import type { TagFinding } from '../../core/tag/finding';
import type { Severity } from '../../core/verification/finding';

/** A finding in words: what is wrong and why it matters, and what to do. */
export interface TagRemark {
  readonly code: string;
  readonly severity: Severity;
  readonly sentence: string;
  readonly next: string;
}

type Values = TagFinding['values'];
export type Entry = readonly [sentence: string | ((values: Values) => string), next: string];

export const REBUILD = 'Press Fix, or build the tag anew.';

/** The finding in the words of its entry. */
export function remark({ code, severity, values }: TagFinding, [sentence, next]: Entry): TagRemark {
  const said = typeof sentence === 'string' ? sentence : sentence(values);
  return { code, severity, sentence: said, next };
}
