import type { Severity } from '../base/finding';
import { ABOUT } from './entries';
import { RULES } from './index';
import type { About } from './rule';

/** Everything there is to read about a rule. */
export interface Entry extends About {
  readonly code: string;
  readonly kind: (typeof RULES)[number]['kind'];
  /** How grave it is in a tag that is written; `null` where it is not said of one. */
  readonly written: Severity | null;
  /** How grave it is in a request that was fired; `null` where it is not said of one. */
  readonly fired: Severity | null;
  /** What is seen, with the names of what changes from case to case: `The host is ‹host›.` */
  readonly seen: string;
  readonly next: string;
}

const SLOTS = new Proxy<Record<string, string>>({}, { get: (_, name) => `‹${String(name)}›` });

/** What there is to read about every rule, in the order of the rules. */
export const ENTRIES: readonly Entry[] = RULES.flatMap((rule) => {
  const about = ABOUT[rule.code];
  const { code, kind, seen, next } = rule;
  const say = (words: typeof seen) => (typeof words === 'string' ? words : words(SLOTS));
  return about
    ? [{ ...about, code, kind, ...gravity(rule), seen: say(seen), next: say(next) }]
    : [];
});

/** What there is to read about a rule; `null` where there is no such rule. */
export function entryOf(code: string): Entry | null {
  return ENTRIES.find((entry) => entry.code === code) ?? null;
}

function gravity(rule: (typeof RULES)[number]): Pick<Entry, 'written' | 'fired'> {
  if (rule.kind === 'address') return { written: rule.written, fired: rule.fired };
  return rule.kind === 'request' || rule.kind === 'expected' || rule.kind === 'page'
    ? { written: null, fired: rule.severity }
    : { written: rule.severity, fired: null };
}
