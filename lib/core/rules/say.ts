import type { Finding, Severity } from '../base/finding';
import type { Rule } from './rule';

/** A finding in words: what was seen, and what to do. */
export interface Said {
  readonly code: string;
  readonly severity: Severity;
  readonly sentence: string;
  readonly next: string;
}

// A sentence is to be read; what it quotes stands in the text beside it.
const LONGEST_QUOTE = 300;

function clip(value: string): string {
  return value.length <= LONGEST_QUOTE ? value : `${value.slice(0, LONGEST_QUOTE)}…`;
}

/** Puts findings into the words of these rules; `null` for a code that none of them has. */
export function sayBy(rules: readonly Rule[]): (finding: Finding) => Said | null {
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));
  return ({ code, severity, values }) => {
    const rule = byCode.get(code);
    if (!rule) return null;
    const short: Record<string, string> = {};
    for (const name in values) short[name] = clip(values[name] ?? '');
    const say = (words: Rule['seen']) => (typeof words === 'string' ? words : words(short));
    return { code, severity, sentence: say(rule.seen), next: say(rule.next) };
  };
}
