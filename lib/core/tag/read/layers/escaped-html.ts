import { decodeReferences } from '../entities';
import type { MappedText } from '../mapped-text';

// HTML as a text about HTML has it. What is HTML itself has its escapes for good reasons.
const ESCAPED_TAG = /&lt;(?:img|script|amp-pixel|impression|!--)|&quot;https?:\/\/[^\s&]*\/imptr/i;

/** Undoes the escapes of HTML that is shown as text. */
export function withoutEscapedHtml(mapped: MappedText): MappedText {
  if (!mapped.text.includes('&')) return mapped;
  const isEscaped = ESCAPED_TAG.test(mapped.text) && !/<[a-z!/]/i.test(mapped.text);
  return isEscaped ? decodeReferences(mapped) : mapped;
}
