import { decodedLayers } from '../../macro/encode';
import { macrosIn } from '../../macro/shapes';
import { findMacro } from '../../ad-server/macros';
import type { About, AddressRule } from '../rule';
import { macroSentence, macroValues } from './macro-left';

const ENTITY = /&(?:amp;)*(?:#(\d{2,3}|x[0-9a-f]{2})|([a-z]{3,7}));/gi;
// What macros are made of, by its names in HTML.
const NAMED: Readonly<Record<string, string>> = {
  lbrack: '[',
  lsqb: '[',
  rbrack: ']',
  rsqb: ']',
  lbrace: '{',
  lcub: '{',
  rbrace: '}',
  rcub: '}',
  percnt: '%',
  dollar: '$',
  num: '#',
  commat: '@',
  lowbar: '_',
  lt: '<',
  gt: '>',
};

/** No macro is left that was written with references of HTML, as `&#91;timestamp&#93;`: no ad server sees it. */
export const entityLeft: AddressRule = {
  kind: 'address',
  code: 'entity-left',
  written: null,
  fired: 'error',
  isOfPlain: false,
  look: ({ url, servers }) => {
    // As it stands, or encoded once or twice.
    if (!/&(?:amp;)*(?:#|[a-z]{3,7};)|%26|%2526/i.test(url.text)) return [];
    for (const text of decodedLayers(url.text)) {
      const plain = text.replace(ENTITY, characterOf);
      if (plain === text || macrosIn(plain).length <= macrosIn(text).length) continue;
      const written = new Set(macrosIn(text).map((macro) => macro.text));
      const macro = macrosIn(plain).find((one) => !written.has(one.text));
      const found = macro ? findMacro(macro.text, servers) : null;
      if (found)
        return [{ at: { start: 0, end: url.text.length }, values: macroValues('', found) }];
    }
    return [];
  },
  seen: (values) => `A macro was sent as HTML writes it, in references: ${macroSentence(values)}`,
  next: 'Give the ad server the macro as it is, not the text of an HTML page that shows it.',
};

function characterOf(entity: string, number: string | undefined, name: string | undefined): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
  const code = number?.toLowerCase().startsWith('x')
    ? Number.parseInt(number.slice(1), 16)
    : Number(number);
  return code > 31 && code < 127 ? String.fromCharCode(code) : entity;
}

export const about: About = {
  why: 'An ad server looks for its macro letter for letter and does not read HTML; what it leaves is the same in every request.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%26%2391%3Btimestamp%26%2393%3B',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=8261',
};
