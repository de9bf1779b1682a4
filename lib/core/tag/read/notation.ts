import { escapeAttribute } from '../write/attribute';
import { type MappedText, replaceMapped } from './mapped-text';
import { decodeReferences } from './entities';

/**
 * How a URL is written where it stands: as it is, in an HTML attribute, in XML outside of CDATA, or in markup
 * that may be either.
 */
export type Notation = 'plain' | 'attribute' | 'xml' | 'markup';

/** What is wrong with the ampersands of a URL, for the place it stands in. */
export type AmpersandFault = 'escaped' | 'escaped-twice' | 'raw';

const AMPERSANDS = /&(?:(?:amp|AMP|#0*38|#[xX]0*26);)+/g;
// In a bare URL these are somebody's HTML: `&#91;` would begin a fragment.
const NUMBERED = /&(?:amp;)*#(?:\d{1,6}|[xX][0-9A-Fa-f]{1,5});/;

const REFERENCE = /&(?:#|\w+;)/;

/** The URL as it is meant, and what is wrong with its ampersands. */
export function readNotation(
  raw: MappedText,
  notation: Notation,
): { readonly urlText: MappedText; readonly fault: AmpersandFault | null } {
  if (!raw.text.includes(';') || !REFERENCE.test(raw.text)) {
    const isRaw = notation === 'xml' && raw.text.includes('&');
    return { urlText: raw, fault: isRaw ? 'raw' : null };
  }
  const decoded = notation === 'plain' ? raw : decodeReferences(raw);
  const single = replaceMapped(decoded, AMPERSANDS, () => '&');
  const urlText = NUMBERED.test(single.text) ? decodeReferences(single) : single;
  if (urlText !== decoded) {
    return { urlText, fault: notation === 'plain' ? 'escaped' : 'escaped-twice' };
  }
  const isRaw = notation === 'xml' && /&(?!\w+;|#\w+;)/.test(raw.text);
  return { urlText, fault: isRaw ? 'raw' : null };
}

/** A URL as it has to be written there. */
export function writeNotation(
  url: string,
  notation: Notation,
  ampersands: 'raw' | 'escaped',
): string {
  if (notation === 'plain') return url;
  return escapeAttribute(url, notation === 'attribute' ? ampersands : 'escaped');
}
