import type { Severity } from '../verification/finding';
import type { Range } from './read/html';

/** What a rule can remark on a tag. `lib/text/tag-findings.ts` holds the words of each. */
export const TAG_FINDING_CODES = [
  'doubled-quotes',
  'smart-quotes',
  'invisible-characters',
  'address-incomplete',
  'address-old-host',
  'host-unexpected',
  'not-https',
  'macro-in-address',
  'tracker-id-bad',
  'tracker-other',
  'type-missing',
  'type-bad',
  'type-mismatch',
  'cachebuster-missing',
  'cachebuster-fixed',
  'cachebuster-weak',
  'placeholder-left',
  'macro-wrong-server',
  'macro-wrong-case',
  'macro-mixed',
  'macro-unknown',
  'macro-encoded',
  'macro-never-expanded',
  'cost-placeholder',
  'cost-not-a-number',
  'cost-unit',
  'cost-high',
  'query-malformed',
  'parameter-twice',
  'white-space',
  'fragment',
  'redir-not-last',
  'redir-empty',
  'redir-encoded',
  'redir-encoded-twice',
  'redir-not-https',
  'ampersand-escaped',
  'ampersand-escaped-twice',
  'html-in-url-field',
  'type-not-accepted',
  'in-comment',
  'in-noscript',
  'too-long',
  'breaks-unquoted',
  'number-appended',
  'escape-eaten',
  'plain-image-placement',
  'consent-string-missing',
  'consent-vendor',
  'consent-pair',
  'consent-old',
  'tag-twice',
  'click-tracker',
] as const;
export type TagFindingCode = (typeof TAG_FINDING_CODES)[number];

/** A change to a text: what stands in the range becomes `text`. */
export interface Edit extends Range {
  readonly text: string;
}

/** One rule's remark on a tag. The range points into the text that was read. */
export interface TagFinding extends Range {
  readonly code: TagFindingCode;
  /** An error means the tag must not leave as it is; a warning, that a person should decide. */
  readonly severity: Severity;
  readonly values: Readonly<Record<string, string>>;
  /** Changes that mend it and can do no harm; `null` where only a person knows. */
  readonly repair: readonly Edit[] | null;
}

/** The text after some edits; of edits that overlap the first counts. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < done) continue;
    parts.push(text.slice(done, edit.start), edit.text);
    done = edit.end;
  }
  return parts.join('') + text.slice(done);
}
