import type { About, AddressRule } from '../rule';

// “ ” „ ‟ ‘ ’ ‚ ‛ « » ″ ′, as they are and as UTF-8 is percent-encoded.
const QUOTES = /[\u2018-\u201F\u00AB\u00BB\u2032\u2033]|%E2%80%(?:9[89A-F]|B[23])|%C2%(?:AB|BB)/i;

/** No quote of a word processor stands in an address that was called. */
export const quotesLeft: AddressRule = {
  kind: 'address',
  code: 'quotes-left',
  written: null,
  fired: 'error',
  isOfPlain: false,
  look: ({ url }) => {
    const redir = url.parameters.find(({ name }) => name === 'redir');
    const found = QUOTES.exec(url.text);
    // What stands within the redirect may be meant, at its end it is not.
    if (!found) return [];
    const end = found.index + found[0].length;
    if (redir && found.index > redir.start && end < redir.end) return [];
    return [{ at: { start: found.index, end } }];
  },
  seen: 'A typographic quote (“ ” ‘ ’) stands in the URL: it was taken for a part of the address.',
  next: 'Copy the tag from where it was made and paste it as plain text, with straight quotes.',
};

export const about: About = {
  why: 'A word processor or a chat made “ of ", which ends no attribute: the address goes on until something else ends it.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=8261%E2%80%9D',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=8261',
};
