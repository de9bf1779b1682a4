import type { Finding, Severity } from '../core/base/finding';
import { RULES } from '../core/rules';
import { type Said, sayBy } from '../core/rules/say';
import { plural } from './ui';

export const severityText: Record<Severity, string> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Note',
};

const sayByRule = sayBy(RULES);

/** A finding in the words of its rule. */
export function say(finding: Finding): Said {
  const { code, severity } = finding;
  return sayByRule(finding) ?? { code, severity, sentence: code, next: '' };
}

/** What was seen, in one sentence; for lists and exports. */
export function findingSentence(finding: Finding): string {
  return say(finding).sentence;
}

/** The same at a field with its Fix, which makes every repair there is; `alike` more are not told. */
export function sayAtField(finding: Finding, alike = 0): Said {
  const said = say(finding);
  const next = finding.repair ? 'Press Fix.' : said.next;
  if (alike === 0) return { ...said, next };
  const more = `And ${plural(alike, 'more remark', 'more remarks')} of this kind.`;
  return { ...said, sentence: `${said.sentence} ${more}`, next };
}
