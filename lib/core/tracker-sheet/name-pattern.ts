import type { Ref } from '../tracker/tracker';

/** What a name is made of. */
export interface NameParts {
  readonly lineItem: Ref;
  readonly publisher: Ref;
  readonly placement: Ref | null;
  readonly paymentRule: Ref | null;
}

const SLOTS = {
  'line item': ({ lineItem }) => lineItem.name,
  'line item id': ({ lineItem }) => String(lineItem.id),
  publisher: ({ publisher }) => publisher.name,
  'publisher id': ({ publisher }) => String(publisher.id),
  placement: ({ placement }) => placement?.name ?? '',
  'placement id': ({ placement }) => String(placement?.id ?? ''),
  'payment rule': ({ paymentRule }) => paymentRule?.name ?? '',
} satisfies Record<string, (parts: NameParts) => string>;
export type NameSlot = keyof typeof SLOTS;

/** What stands in braces in a pattern. */
export const NAME_SLOTS = Object.keys(SLOTS).filter(isSlot);
export const DEFAULT_PATTERN = '{line item} – {publisher} {placement}';

/** Why a pattern makes no names; `at` is where, in characters from the beginning. */
export type PatternMistake =
  | { readonly code: 'pattern-empty' }
  | { readonly code: 'brace-open'; readonly at: number }
  | { readonly code: 'brace-alone'; readonly at: number }
  | { readonly code: 'slot-unknown'; readonly at: number; readonly slot: string };

export type NamePattern =
  | { readonly mistake: PatternMistake }
  | { readonly mistake: null; readonly nameOf: (parts: NameParts) => string };

type Piece = { readonly text: string } | { readonly slot: NameSlot };

/**
 * A pattern such as `{line item} – {publisher} {placement}`, read. Two braces of a kind stand for one. Blanks that
 * an empty part leaves are put together; nothing else is taken away.
 */
export function readNamePattern(pattern: string): NamePattern {
  if (pattern.trim() === '') return { mistake: { code: 'pattern-empty' } };
  const pieces: Piece[] = [];
  for (const { 0: text, index: at } of pattern.matchAll(/\{\{|\}\}|\{[^{}]*\}|[{}]|[^{}]+/g)) {
    if (text === '{{' || text === '}}') pieces.push({ text: text.charAt(0) });
    else if (text === '{') return { mistake: { code: 'brace-open', at } };
    else if (text === '}') return { mistake: { code: 'brace-alone', at } };
    else if (!text.startsWith('{')) pieces.push({ text });
    else {
      const said = text.slice(1, -1);
      const slot = said
        .trim()
        .toLowerCase()
        .replace(/[\s_-]+/g, ' ');
      if (!isSlot(slot)) return { mistake: { code: 'slot-unknown', at, slot: said } };
      pieces.push({ slot });
    }
  }
  const nameOf = (parts: NameParts) =>
    pieces
      .map((piece) => ('text' in piece ? piece.text : SLOTS[piece.slot](parts)))
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
  return { mistake: null, nameOf };
}

function isSlot(text: string): text is NameSlot {
  return Object.hasOwn(SLOTS, text);
}
