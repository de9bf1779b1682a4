import { applyEdits, type Edit, type Finding } from '../base/finding';
import type { Range } from '../base/range';
import type { PasteDamage } from '../tag/read/paste';
import type { FoundTag, TagReading } from '../tag/read/reading';
import { readTags } from '../tag/read/read-tags';
import { TAG_RULES } from '../rules';
import { judgeTag } from '../rules/judge-tag';
import { inertRanges, typeInCode, typeInElement, typeInNative } from './surroundings';
import type { TagPlace, TextRule } from '../rules/rule';
import { brokenLines } from '../rules/text/broken-lines';
import { brokenByMarkup } from '../rules/text/broken-by-markup';
import { clickTracker } from '../rules/text/click-tracker';
import { doubledQuotes } from '../rules/text/doubled-quotes';
import { escapedHtml } from '../rules/text/escaped-html';
import { escapedString } from '../rules/text/escaped-string';
import { fullWidth } from '../rules/text/full-width';
import { inNoscript } from '../rules/text/in-noscript';
import { invisibleCharacters } from '../rules/text/invisible-characters';
import { markdownEscapes } from '../rules/text/markdown-escapes';
import { percentEncoded } from '../rules/text/percent-encoded';
import { quotedPrintable } from '../rules/text/quoted-printable';
import { smartQuotes } from '../rules/text/smart-quotes';
import { tagTwice } from '../rules/text/tag-twice';
import { wrappedLink } from '../rules/text/wrapped-link';

/** A text that was read and judged. */
export interface CheckedText extends TagReading {
  /** In the order of the rules, tag by tag; what was done to the whole text comes first. */
  readonly findings: readonly Finding[];
}

/** Reads a text and judges every tag in it for its place. Never fails. */
export function checkText(text: string, place: TagPlace): CheckedText {
  const reading = readTags(text);
  const textLength = text.trim().length;
  const inert = inertRanges(text);
  return {
    ...reading,
    findings: [
      ...damageFindings(reading),
      ...reading.tags.flatMap((tag) => {
        const saidType =
          typeInNative(text, tag) ?? typeInElement(text, tag) ?? typeInCode(text, tag);
        const context = { ...place, tag, text, textLength, inert, saidType };
        const findings = judgeTag(TAG_RULES, context);
        // What is added to it would then come in the wrong place.
        return tag.isComputed || tag.isDoubtful
          ? findings.map((it) => ({ ...it, repair: null }))
          : findings;
      }),
      ...togetherFindings(reading),
    ],
  };
}

// How often a text is checked at most, which keeps the whole in line with its length. Each repair that
// is refused takes a few; a text of some ordinary tags may have scores of them. Of a very long one
// nobody waits for so many.
const MOST_CHECKS = 60;
const FEWEST_CHECKS = 3;
const CHARACTERS = { ofShort: 1_000_000, ofLong: 3_000_000 };

function mostChecks(length: number): number {
  const long = Math.min(MOST_CHECKS, CHARACTERS.ofLong / length);
  return Math.max(CHARACTERS.ofShort / length, long, FEWEST_CHECKS);
}

/**
 * The text with every safe repair made. A repair that would bring more to light than it mends, or
 * lose a tracker's id, is left to the person; in a long text with many such, so are others.
 */
export function repairText(text: string, place: TagPlace): string {
  return repairChecked(checkText(text, place), place).text;
}

/** The same of a text that was checked already; what comes of it is checked too. */
export function repairChecked(checked: CheckedText, place: TagPlace): CheckedText {
  let current = checked;
  const most = mostChecks(checked.text.length + 1);
  let checks = 0;
  const check = (repaired: string) => {
    checks += 1;
    return checks > most ? null : checkText(repaired, place);
  };
  for (let next: CheckedText | null = current; next; next = repairedOnce(current, check)) {
    current = next;
  }
  return current;
}

// One repair of each kind in every tag at once. Where that goes wrong, each half of them by itself,
// down to the one that is to blame.
function repairedOnce(
  current: CheckedText,
  check: (text: string) => CheckedText | null,
): CheckedText | null {
  let made: readonly (readonly Edit[])[] = [];
  let best: CheckedText | null = null;
  const make = (repairs: readonly (readonly Edit[])[]) => {
    const together = [...made, ...repairs];
    const repaired = applyEdits(current.text, together.flat());
    if (repaired === (best ?? current).text) return;
    const next = check(repaired);
    if (!next) return;
    if (errorsIn(next) <= errorsIn(best ?? current) && keepsIds(current, next)) {
      [made, best] = [together, next];
    } else if (repairs.length > 1) {
      const middle = Math.ceil(repairs.length / 2);
      make(repairs.slice(0, middle));
      make(repairs.slice(middle));
    }
  };
  make(current.findings.flatMap(({ repair }) => (repair ? [repair] : [])));
  return best;
}

function errorsIn({ findings }: CheckedText): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}

function keepsIds(before: CheckedText, after: CheckedText): boolean {
  return (
    before.tags.length === after.tags.length &&
    before.tags.every(
      ({ spec }, index) => !spec || after.tags[index]?.spec?.trackerId === spec.trackerId,
    )
  );
}

const DAMAGE: Readonly<Record<PasteDamage, TextRule>> = {
  'quoted-printable': quotedPrintable,
  'broken-lines': brokenLines,
  'broken-by-markup': brokenByMarkup,
  'markdown-escapes': markdownEscapes,
  'escaped-string': escapedString,
  'escaped-html': escapedHtml,
  'wrapped-link': wrappedLink,
  'doubled-quotes': doubledQuotes,
  'smart-quotes': smartQuotes,
  'full-width': fullWidth,
  'percent-encoded': percentEncoded,
  'invisible-characters': invisibleCharacters,
};

function found(
  { code, severity }: TextRule,
  { start, end }: Range,
  values: Finding['values'] = {},
  repair: Finding['repair'] = null,
): Finding {
  return { code, severity, place: { start, end }, values, repair };
}

function damageFindings({ damage, tags }: TagReading): readonly Finding[] {
  if (tags.length === 0) return [];
  return damage.map(({ kind, at, repair }) => found(DAMAGE[kind], at, {}, repair));
}

// Two tags of one tracker in one field count everything twice. The image in a `<noscript>` beside its
// script does not; alone there it counts next to nothing.
function togetherFindings({ tags, clickTrackers }: TagReading): readonly Finding[] {
  const seen = new Set<number>();
  const outside = new Set(tags.filter(isCalled).map((tag) => tag.spec?.trackerId));
  return [
    ...tags.flatMap((tag): readonly Finding[] => {
      const id = tag.spec?.trackerId;
      if (id === undefined || tag.inComment) return [];
      if (tag.inNoscript) {
        return outside.has(id) ? [] : [found(inNoscript, tag.element)];
      }
      if (seen.has(id)) return [found(tagTwice, tag, { id: String(id) })];
      seen.add(id);
      return [];
    }),
    ...clickTrackers.map((at) => found(clickTracker, at)),
  ];
}

function isCalled({ inComment, inNoscript }: FoundTag): boolean {
  return !inComment && !inNoscript;
}
