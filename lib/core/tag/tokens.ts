import { macrosIn } from '../ad-server/macros';
import type { Severity } from '../verification/finding';
import type { TagFinding } from './finding';
import { originOf } from './mapped-text';
import type { Range } from './read/html';
import type { FoundTag, TagReading } from './read/read-tags';

/** What a piece of a text is. */
export type TokenKind =
  | 'comment'
  | 'address'
  | 'name'
  | 'value'
  | 'macro'
  | 'redir'
  | 'fragment'
  | 'click-tracker'
  | 'other';

/** A piece of a text, with its place in it. */
export interface TagToken extends Range {
  readonly kind: TokenKind;
}

/** The pieces of everything that was found in a text, in its order; macros stand inside values. */
export function tokensOf(reading: TagReading): readonly TagToken[] {
  const as = (kind: TokenKind) => (range: Range) => ({ kind, start: range.start, end: range.end });
  return [
    ...reading.comments.map(as('comment')),
    ...reading.clickTrackers.map(as('click-tracker')),
    ...reading.others.map(as('other')),
    ...reading.tags.flatMap(tagTokens),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function tagTokens({ url, urlText }: FoundTag): readonly TagToken[] {
  const token = (kind: TokenKind, start: number, end: number) => ({
    kind,
    start: originOf(urlText, start),
    end: originOf(urlText, end),
  });
  return [
    token('address', url.address.start, url.address.end),
    ...url.parameters.flatMap(({ name, value, start, end, valueRange }) => {
      const inside = value ?? name;
      const from = value === null ? start : valueRange.start;
      return [
        token('name', start, value === null ? end : valueRange.start - 1),
        ...(value === null
          ? []
          : [token(name === 'redir' ? 'redir' : 'value', valueRange.start, valueRange.end)]),
        ...macrosIn(inside).map((macro) =>
          token('macro', from + macro.start, from + macro.start + macro.text.length),
        ),
      ];
    }),
    ...(url.fragment ? [token('fragment', url.fragment.start, url.fragment.end)] : []),
  ];
}

/** A stretch of text that looks the same throughout. */
export interface Span {
  readonly text: string;
  readonly isMacro: boolean;
  readonly severity: Severity | null;
}

/** A text cut where macros and findings begin and end, for a preview that shows both. */
export function spansOf(
  text: string,
  tokens: readonly TagToken[],
  findings: readonly TagFinding[],
): readonly Span[] {
  const macros = tokens.filter(({ kind }) => kind === 'macro');
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...macros, ...findings]) cuts.add(start).add(end);
  const places = [...cuts].toSorted((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length;
    const covers = (range: Range) => range.start <= start && range.end >= end;
    const severities = new Set(findings.filter(covers).map(({ severity }) => severity));
    const severity = (['error', 'warning'] as const).find((it) => severities.has(it)) ?? null;
    return { text: text.slice(start, end), isMacro: macros.some(covers), severity };
  });
}
