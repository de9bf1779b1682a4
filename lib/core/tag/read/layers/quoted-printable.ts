import { decodeEscapes } from '../../../macro/encode';
import { type MappedText, replaceMapped } from '../mapped-text';
import { wordEnd, wordStart } from './words';

// RFC 2045, 6.7: `=3D` for a byte, `=` at the end of a line for a break that is none.
const ENCODED = /(?:=[0-9A-Fa-f]{2})+|=[ \t]*\r?\n/g;
const OTHER = /=(?![0-9A-Fa-f]{2}|[ \t]*\r?\n)/;

/** Undoes the transfer encoding of mail, where the source of a mail was copied. */
export function withoutQuotedPrintable(mapped: MappedText): MappedText {
  const { text } = mapped;
  // Every `=` of a URL or an attribute has become one.
  if (!text.includes('=3D') && !text.includes('=3d')) return mapped;
  if (!/imptr/i.test(text.replace(/=[ \t]*\r?\n/g, ''))) return mapped;
  const first = wordStart(text, text.search(/=3D/i));
  const last = wordEnd(text, text.toUpperCase().lastIndexOf('=3D'));
  if (OTHER.test(text.slice(first, last))) return mapped;
  return replaceMapped(mapped, ENCODED, (run) =>
    run.endsWith('\n') ? '' : decodeEscapes(run.replaceAll('=', '%')),
  );
}
