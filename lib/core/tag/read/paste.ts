import { MAX_LAYERS } from '../../base/limits';
import { withoutChatLinks } from './layers/chat-link';
import { withoutDoubledQuotes } from './layers/doubled-quotes';
import { withoutEscapedHtml } from './layers/escaped-html';
import { withoutStringEscapes } from './layers/escaped-string';
import { withoutFullWidth } from './layers/full-width';
import { withoutHardWrap } from './layers/hard-wrap';
import { withoutInvisible } from './layers/invisible';
import { withoutMarkdown } from './layers/markdown';
import { withoutPercentCodes } from './layers/percent-encoded';
import { withoutQuotedPrintable } from './layers/quoted-printable';
import { withoutRichText } from './layers/rich-text';
import { withoutSmartQuotes } from './layers/smart-quotes';
import { withoutWrappers } from './layers/wrapped-link';
import type { MappedText } from './mapped-text';

/** What copying through other programs did to a text. */
export type PasteDamage =
  | 'quoted-printable'
  | 'broken-lines'
  | 'escaped-html'
  | 'wrapped-link'
  | 'broken-by-markup'
  | 'markdown-escapes'
  | 'escaped-string'
  | 'doubled-quotes'
  | 'smart-quotes'
  | 'full-width'
  | 'percent-encoded'
  | 'invisible-characters';

/** Each step, in the order in which they are undone: what a mail did last comes first. */
const STEPS: readonly (readonly [PasteDamage, (mapped: MappedText) => MappedText])[] = [
  ['quoted-printable', withoutQuotedPrintable],
  ['broken-lines', withoutHardWrap],
  ['escaped-html', withoutEscapedHtml],
  ['invisible-characters', withoutInvisible],
  ['full-width', withoutFullWidth],
  ['wrapped-link', withoutChatLinks],
  ['wrapped-link', withoutWrappers],
  ['percent-encoded', withoutPercentCodes],
  ['broken-by-markup', withoutRichText],
  ['escaped-string', withoutStringEscapes],
  ['markdown-escapes', withoutMarkdown],
  ['doubled-quotes', withoutDoubledQuotes],
  ['smart-quotes', withoutSmartQuotes],
];

export interface PastedText {
  /** The text as it was before; findings still point into what was pasted. */
  readonly mapped: MappedText;
  readonly damage: readonly PasteDamage[];
}

/**
 * Undoes what mail, chats, spreadsheets and word processors do to tags, one step after the other and from
 * the first again, as long as there is something to undo.
 */
export function readPasted(text: MappedText): PastedText {
  let damage: Set<PasteDamage> | null = null;
  let mapped = text;
  for (let round = 0; round < MAX_LAYERS; round += 1) {
    const before = mapped;
    for (const [kind, undo] of STEPS) {
      const after = undo(mapped);
      if (after === mapped) continue;
      (damage ??= new Set()).add(kind);
      mapped = after;
    }
    if (mapped === before) break;
  }
  return { mapped, damage: damage === null ? NONE : inOrder(damage) };
}

const NONE: readonly PasteDamage[] = [];

function inOrder(damage: ReadonlySet<PasteDamage>): readonly PasteDamage[] {
  return [...new Set(STEPS.map(([kind]) => kind))].filter((kind) => damage.has(kind));
}
