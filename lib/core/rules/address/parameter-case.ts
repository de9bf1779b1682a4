import { isSlip } from '../../base/slip';
import { KNOWN_PARAMETERS } from '../../tag/tag-spec';
import { put } from './changes';
import type { About, AddressRule } from '../rule';

const OURS: readonly string[] = KNOWN_PARAMETERS;
// Of the others it is said on the wire that they are missing.
const SAID_NOWHERE = ['ancost', 'redir'];

/**
 * The service's parameters are one word in lower case, letter for letter; of `ID=` it is not known that it would
 * be read, and of `cachbuster=` that it is.
 */
export const parameterCase: AddressRule = {
  kind: 'address',
  code: 'parameter-case',
  written: 'error',
  fired: 'error',
  look: ({ phase, url }) => {
    const names = new Set(url.parameters.map(({ name }) => name));
    const ours = phase === 'written' ? OURS : SAID_NOWHERE;
    return url.parameters.flatMap((parameter) => {
      const { name, start } = parameter;
      const right = wordOf(name);
      if (name === right || !ours.includes(right) || names.has(right)) return [];
      // What stands behind it would be the redirect's.
      const isSafe = right !== 'redir' || parameter === url.parameters.at(-1);
      const change = isSafe ? put({ start, end: start + name.length }, right) : null;
      return [{ at: parameter, values: { parameter: name, right }, change }];
    });
  },
  seen: ({ parameter, right }) => `${parameter ?? ''} must be written ${right ?? ''}.`,
  next: 'Build the tag anew.',
};

// `cache_buster`, or a line that was cut at a hyphen; and what one slip of the keys makes of it.
function wordOf(name: string): string {
  const lower = name.toLowerCase();
  const joined = lower.replace(/[-_]/g, '');
  const word = joined.length > 2 && /^[a-z]/.test(lower) ? joined : lower;
  if (OURS.includes(word) || !/^[a-z]{5,12}$/.test(word)) return word;
  return ALIKE[word] ?? LONG.find((right) => isSlip(word, right)) ?? word;
}

// Longer than other words are that are one letter away.
const LONG = ['cachebuster', 'ancost', 'redir'];
const ALIKE: Readonly<Record<string, string>> = { cachebust: 'cachebuster', redirect: 'redir' };

export const about: About = {
  why: 'The service documents its parameters as one word in small letters. One in capitals, with a hyphen in it or misspelled may be no parameter to it.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&ANCOST=0.0025',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&ancost=0.0025',
};
