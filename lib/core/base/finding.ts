import type { Range } from './range';

/** An error means the impression is lost, doubled or wrongly counted; a warning, that it may be. */
export type Severity = 'error' | 'warning' | 'info';

/** What fills the slots of a rule's sentence. */
export type Values = Readonly<Record<string, string>>;

/** A change to a text: what stands in the range becomes `text`. */
export interface Edit extends Range {
  readonly text: string;
}

/** One rule's remark on a tag, a cell or a request. */
export interface Finding {
  /** The rule's: `workspace#/rules/CODE` tells of it. */
  readonly code: string;
  readonly severity: Severity;
  /** In the text that was read, or in the address that was called; `null` where it is of the whole. */
  readonly place: Range | null;
  readonly values: Values;
  /** Changes that mend it and can do no harm; `null` where only a person knows. */
  readonly repair: readonly Edit[] | null;
}

/** Whether nothing is wrong that keeps a tag from being used. */
export function isUsable(findings: readonly Finding[]): boolean {
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
