import { macrosIn } from '../macro/shapes';
import type { Finding, Severity } from '../base/finding';
import { originOf } from '../tag/read/mapped-text';
import type { Range } from '../base/range';
import type { FoundTag, TagReading } from '../tag/read/reading';

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

// Nobody looks at more, and each is an element of a page.
const MOST_SPANS = 2_000;

/** A stretch of text that looks the same throughout. */
export interface Span {
  readonly text: string;
  readonly isMacro: boolean;
  readonly severity: Severity | null;
}

/**
 * A text cut where macros and findings begin and end, for a preview that shows both. Behind the
 * first thousands of pieces the rest is one.
 */
export function spansOf(
  text: string,
  tokens: readonly TagToken[],
  findings: readonly Finding[],
): readonly Span[] {
  const open = { macro: 0, error: 0, warning: 0, info: 0 };
  const edges: [at: number, kind: keyof typeof open, step: number][] = [];
  const mark = (kind: keyof typeof open, { start, end }: Range) =>
    edges.push([start, kind, 1], [end, kind, -1]);
  for (const token of tokens) if (token.kind === 'macro') mark('macro', token);
  for (const { severity, place } of findings) if (place) mark(severity, place);
  edges.sort((a, b) => a[0] - b[0]);

  const spans: Span[] = [];
  let done = 0;
  const cutAt = (end: number) => {
    if (end <= done) return;
    const severity = open.error > 0 ? 'error' : open.warning > 0 ? 'warning' : null;
    spans.push({ text: text.slice(done, end), isMacro: open.macro > 0, severity });
    done = end;
  };
  for (const [at, kind, step] of edges) {
    if (spans.length < MOST_SPANS) cutAt(at);
    open[kind] += step;
  }
  // Everything is closed again here.
  cutAt(text.length);
  return spans;
}
