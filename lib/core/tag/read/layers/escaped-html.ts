import { decodeReferences } from '../entities';
import type { MappedText } from '../mapped-text';

// HTML as a text about HTML has it. What is HTML itself has its escapes for good reasons.
const ESCAPED_TAG = /&lt;(?:img|script|amp-pixel|impression|!--)|&quot;https?:\/\/[^\s&]*\/imptr/i;

// `https&#58;&#47;&#47;ib.adnxs.com&#47;imptr`: no program that reads an address decodes them.
const ESCAPED_ADDRESS = /&#(?:\d{2,6}|x[0-9a-f]{2,5});[^\s"'<>?]{0,100}imptr/i;

/** Undoes the escapes of HTML that is shown as text. */
export function withoutEscapedHtml(mapped: MappedText): MappedText {
  if (!mapped.text.includes('&')) return mapped;
  const isEscaped =
    (ESCAPED_TAG.test(mapped.text) || ESCAPED_ADDRESS.test(mapped.text)) &&
    !/<[a-z!/]/i.test(mapped.text);
  return isEscaped ? decodeReferences(mapped) : mapped;
}
