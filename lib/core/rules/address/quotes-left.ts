import type { Range } from '../../base/range';
import type { About, AddressRule } from '../rule';

// “ ” „ ‟ ‘ ’ ‚ ‛ « » ″ ′, as they are and as UTF-8 is percent-encoded.
const QUOTE = /[\u2018-\u201F\u00AB\u00BB\u2032\u2033]|%E2%80%(?:9[89A-F]|B[23])|%C2%(?:AB|BB)/i;
const OURS: readonly string[] = ['id', 't', 'cachebuster', 'ancost'];

/** No quote of a word processor stands in an address that was called. */
export const quotesLeft: AddressRule = {
  kind: 'address',
  code: 'quotes-left',
  written: null,
  fired: 'error',
  isOfPlain: false,
  look: ({ url }) => {
    if (!QUOTE.test(url.text)) return [];
    const before = quoteIn(url.text, url.address);
    if (before) return [{ at: before }];
    for (const parameter of url.parameters) {
      const at = quoteIn(url.text, parameter);
      // A title or a redirect may be meant to hold some; one alone at its end is not.
      if (at && (OURS.includes(parameter.name) || at.end === parameter.end)) return [{ at }];
    }
    return [];
  },
  seen: 'A typographic quote (“ ” ‘ ’) stands in the URL: it was taken for a part of the address.',
  next: 'Copy the tag from where it was made and paste it as plain text, with straight quotes.',
};

function quoteIn(text: string, part: Range): Range | null {
  const found = QUOTE.exec(text.slice(part.start, part.end));
  if (!found) return null;
  const start = part.start + found.index;
  return { start, end: start + found[0].length };
}

export const about: About = {
  why: 'A word processor or a chat made “ of ", which ends no attribute: the address goes on until something else ends it.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=8261%E2%80%9D',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=8261',
};
