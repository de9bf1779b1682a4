import type { TagFinding } from '../../core/rules/tag/finding';
import type { Severity } from '../../core/base/finding';

/** A finding in words: what is wrong and why it matters, and what to do. */
export interface TagRemark {
  readonly code: string;
  readonly severity: Severity;
  readonly sentence: string;
  readonly next: string;
}

type Words = string | ((values: TagFinding['values']) => string);
/** What is wrong, and what a person does about it by hand. */
export type Entry = readonly [sentence: Words, next: Words];

// A sentence is to be read; what it quotes stands in the text beside it.
const LONGEST_QUOTE = 300;

function clip(value: string): string {
  return value.length <= LONGEST_QUOTE ? value : `${value.slice(0, LONGEST_QUOTE)}…`;
}

/** The finding in the words of its entry. */
export function remark({ code, severity, values }: TagFinding, [sentence, next]: Entry): TagRemark {
  const short: Record<string, string> = {};
  for (const name in values) short[name] = clip(values[name] ?? '');
  const say = (words: Words) => (typeof words === 'string' ? words : words(short));
  return { code, severity, sentence: say(sentence), next: say(next) };
}
