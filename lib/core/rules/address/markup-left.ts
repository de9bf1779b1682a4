import { decodeEscapes } from '../../macro/encode';
import type { About, AddressRule } from '../rule';
import { macroLeftIn } from './macro-left';

const MAY_HOLD = /["<>]|%22|%3[CE]/i;
const OURS: readonly string[] = ['id', 't', 'cachebuster', 'ancost'];
const MARKUP = /["<>]/;
// Elsewhere a quote or `>` may well be meant, as in JSON or `Home > News`: there only what ends a tag tells.
const END_OF_TAG = /["'][\s+]{0,9}\/?>|\/?>\s*(?:$|<)|<\/?[a-z]+[\s/>]|^[^"]*"(?:$|\s+[a-z-]+=)/i;

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
      const sent = value ?? name;
      if (!MAY_HOLD.test(sent)) return [];
      const text = decodeEscapes(sent);
      const found = (OURS.includes(name) ? MARKUP : END_OF_TAG).exec(text);
      // What is left of a macro has rules of its own.
      if (!found || macroLeftIn(sent, servers)) return [];
      const start = found[0].startsWith('"') ? found.index : text.search(MARKUP);
      const piece = text.slice(Math.max(found.index, start)).slice(0, 60);
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
