import type { Severity } from '../../base/finding';
import type { Range } from '../../base/range';

/** What can be remarked on the choices behind a tag, whoever wrote it. */
const CHOICE_FINDING_CODES = [
  'redir-not-last',
  'redir-empty',
  'redir-encoded',
  'redir-encoded-twice',
  'redir-not-https',
  'cachebuster-missing',
  'cachebuster-fixed',
  'cachebuster-weak',
  'placeholder-left',
  'macro-wrong-server',
  'macro-wrong-case',
  'macro-mixed',
  'macro-unknown',
  'macro-never-expanded',
  'cost-placeholder',
  'cost-not-a-number',
  'cost-unit',
  'cost-high',
  'html-in-url-field',
  'type-not-accepted',
  'too-long',
  'breaks-unquoted',
  'number-appended',
  'escape-eaten',
  'plain-image-placement',
  'consent-string-missing',
  'consent-vendor',
  'consent-pair',
  'consent-old',
] as const;
export type ChoiceFindingCode = (typeof CHOICE_FINDING_CODES)[number];

/** What can be remarked on how a tag is written, or on where it stands. */
const READING_FINDING_CODES = [
  'escaped-html',
  'wrapped-link',
  'doubled-quotes',
  'smart-quotes',
  'invisible-characters',
  'address-incomplete',
  'address-other',
  'address-old-host',
  'host-unexpected',
  'not-https',
  'macro-in-address',
  'tracker-id-bad',
  'tracker-other',
  'type-missing',
  'type-bad',
  'type-mismatch',
  'query-malformed',
  'macro-encoded',
  'macro-legacy',
  'parameter-case',
  'parameter-twice',
  'white-space',
  'fragment',
  'ampersand-escaped',
  'ampersand-escaped-twice',
  'ampersand-raw',
  'cut-off',
  'in-link',
  'more-than-url',
  'in-comment',
  'in-noscript',
  'tag-twice',
  'click-tracker',
  'text-too-long',
] as const;
export type ReadingFindingCode = (typeof READING_FINDING_CODES)[number];

/** Every remark on a tag; the words are in `lib/text`. */
export const TAG_FINDING_CODES = [...CHOICE_FINDING_CODES, ...READING_FINDING_CODES];
export type TagFindingCode = ChoiceFindingCode | ReadingFindingCode;

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

/** Whether nothing is wrong that keeps a tag from being used. */
export function isUsable(findings: readonly TagFinding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error');
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
