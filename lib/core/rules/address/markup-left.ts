import { decodeEscapes } from '../../macro/encode';
import type { About, AddressRule } from '../rule';
import { macroLeftIn } from './macro-left';

const MARKUP = /["<>]|%22|%3[CE]/i;
// In an address within the address a quote may well be meant: there only what ends a tag tells.
const IN_REDIR = /(?:["']|%2[27])?(?:\s|\+|%20)*(?:\/|%2F)?(?:>|%3E)|(?:<|%3C)\/?\w/i;

/** Nothing of the tag round it stands in an address that was called. */
export const markupLeft: AddressRule = {
  kind: 'address',
  code: 'markup-left',
  written: null,
  fired: 'error',
  isOfPlain: false,
  look: ({ url, servers }) => {
    return url.parameters.flatMap((parameter) => {
      const { name, value } = parameter;
      const text = value ?? name;
      const found = (name === 'redir' ? IN_REDIR : MARKUP).exec(text);
      // What is left of a macro has rules of its own.
      if (!found || macroLeftIn(text, servers)) return [];
      const piece = decodeEscapes(text.slice(found.index)).slice(0, 60);
      return [{ at: parameter, values: { parameter: name, piece } }];
    });
  },
  seen: ({ parameter, piece }) =>
    `A piece of the tag stands in the URL: ${parameter ?? ''} goes on with ${piece ?? ''}`.trimEnd() +
    '.',
  next: 'Where a field asks for a URL, give the address alone; where quotes are missing in the tag, build it anew.',
};

export const about: About = {
  why: 'Whoever called the address took the end of the tag for a part of it, and the last value is not what was meant.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=8261%22/%3E',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=8261',
};
