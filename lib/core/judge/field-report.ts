import { MAX_FIELD_TEXT } from '../base/limits';
import { type CheckedText, checkText, repairChecked } from './check-text';
import type { Finding } from '../base/finding';
import type { TagPlace } from '../rules/rule';
import type { Said } from '../rules/say';
import { textTooLong } from '../rules/text/text-too-long';
import type { TagType } from '../tag/tag-spec';
import { type Span, spansOf, tokensOf } from './tokens';

/** What a field holds, ready to be shown. */
export interface FieldReport {
  readonly isEmpty: boolean;
  readonly tags: readonly { readonly id: number | null; readonly type: TagType }[];
  /** Pixels of other vendors, left alone. */
  readonly others: number;
  readonly remarks: readonly Said[];
  readonly now: readonly Span[];
  /** The text after every safe repair; `null` where there is none to make. */
  readonly repaired: { readonly text: string; readonly spans: readonly Span[] } | null;
}

/**
 * Gives a finding its words; `alike` is how many more of its code there are that are not told one by
 * one.
 */
export type DescribeFinding = (finding: Finding, alike: number) => Said;

/** Reads what a field holds, up to `MAX_FIELD_TEXT`. */
export function reportField(text: string, place: TagPlace, describe: DescribeFinding): FieldReport {
  if (text.length > MAX_FIELD_TEXT) return tooLong(text, describe);
  const checked = checkText(text, place);
  const repaired = repairChecked(checked, place);
  return {
    isEmpty: text.trim() === '',
    tags: checked.tags.map(({ spec, type }) => ({ id: spec?.trackerId ?? null, type })),
    others: checked.others.length,
    remarks: remarksOn(checked.findings, describe),
    now: spans(checked),
    repaired: repaired.text === text ? null : { text: repaired.text, spans: spans(repaired) },
  };
}

// Nothing but this one remark is told of it.
function tooLong(text: string, describe: DescribeFinding): FieldReport {
  const at = { start: 0, end: text.length };
  const values = { length: String(text.length), limit: String(MAX_FIELD_TEXT) };
  const { code, severity } = textTooLong;
  const remarks = [describe({ code, severity, place: at, values, repair: null }, 0)];
  return {
    isEmpty: false,
    tags: [],
    others: 0,
    remarks,
    now: [],
    repaired: null,
  };
}

// Who has read this many of one kind knows the kind.
const MOST_ALIKE = 10;

function remarksOn(findings: readonly Finding[], describe: DescribeFinding): Said[] {
  const total = new Map<string, number>();
  for (const { code } of findings) total.set(code, (total.get(code) ?? 0) + 1);
  const told = new Map<string, number>();
  return findings.flatMap((it) => {
    const count = (told.get(it.code) ?? 0) + 1;
    told.set(it.code, count);
    if (count > MOST_ALIKE) return [];
    const alike = count === MOST_ALIKE ? (total.get(it.code) ?? count) - count : 0;
    return [describe(it, alike)];
  });
}

function spans(checked: CheckedText) {
  return spansOf(checked.text, tokensOf(checked), checked.findings);
}
