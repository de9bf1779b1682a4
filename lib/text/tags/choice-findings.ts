import type { Finding } from '../../core/base/finding';
import { CHOICE_RULES } from '../../core/rules/choices';
import { type Said, sayBy } from '../../core/rules/say';

const sayByRule = sayBy(CHOICE_RULES);

/** What is to be said of a tag that was written here: no more words are carried than that needs. */
export function sayOfChoices(findings: readonly Finding[]): readonly Said[] {
  return findings.flatMap((finding) => sayByRule(finding) ?? []);
}
