import { escapeAttribute } from '../write/attribute';
import { type MappedText, replaceMapped } from './mapped-text';
import { decodeReferences } from './entities';

/**
 * How a URL is written where it stands: as it is, in an HTML attribute (itself in a string of code, or
 * not), in XML outside of CDATA, or in a string of JSON or JavaScript.
 */
export type Notation = 'plain' | 'attribute' | 'attribute-in-string' | 'xml' | 'string';

/** What is wrong with the ampersands of a URL, for the place it stands in. */
export type AmpersandFault = 'escaped' | 'escaped-twice' | 'raw';

const STRING_ESCAPES = /\\(?:u([0-9A-Fa-f]{4})|([/"'\\]))/g;
const AMPERSANDS = /&(?:(?:amp|AMP|#38|#[xX]26);)+/g;

/** The URL as it is meant, and what is wrong with its ampersands. */
export function readNotation(
  raw: MappedText,
  notation: Notation,
): { readonly urlText: MappedText; readonly fault: AmpersandFault | null } {
  const decoded = decode(raw, notation);
  const urlText = replaceMapped(decoded, AMPERSANDS, () => '&');
  if (urlText !== decoded) {
    const isEscapedAnyway = notation !== 'plain' && notation !== 'string';
    return { urlText, fault: isEscapedAnyway ? 'escaped-twice' : 'escaped' };
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
  switch (notation) {
    case 'plain':
      return url;
    case 'attribute':
    case 'attribute-in-string':
      return escapeAttribute(url, ampersands);
    case 'xml':
      return escapeAttribute(url, 'escaped');
    case 'string':
      return JSON.stringify(url).slice(1, -1);
  }
}

/** Whether a text of code or JSON has escapes that stand in URLs. */
export function hasStringEscapes(text: string): boolean {
  return /\\(?:\/|u[0-9A-Fa-f]{4})/.test(text);
}

/** The text of a string in JSON or JavaScript. */
export function decodeString(raw: MappedText): MappedText {
  return replaceMapped(raw, STRING_ESCAPES, (escape) => {
    const code = /^\\u(.*)$/.exec(escape)?.[1];
    return code === undefined ? escape.slice(1) : String.fromCharCode(Number.parseInt(code, 16));
  });
}

function decode(raw: MappedText, notation: Notation): MappedText {
  if (notation === 'plain') return raw;
  if (notation === 'string') return decodeString(raw);
  return decodeReferences(notation === 'attribute-in-string' ? decodeString(raw) : raw);
}
