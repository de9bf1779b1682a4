import { type MappedText, replaceMapped } from '../mapped-text';

// Strings between quotes of one kind, that code adds up: with + in JavaScript, a point in PHP, ~ in Twig, & in
// Visual Basic; or the items of a list that is joined by nothing. A string with escapes is a text of its own.
const STRINGS = [String.raw`"[^"\\\r\n]*"`, String.raw`'[^'\\\r\n]*'`];
const chainsBy = (sign: string) =>
  new RegExp(STRINGS.map((it) => String.raw`${it}(?:\s*${sign}\s*${it})+`).join('|'), 'g');
const SUMS = chainsBy('[+.~&]');
const LISTS = chainsBy(',');
const STRING_HERE = new RegExp(STRINGS.join('|'), 'g');
const JOINT = /["']\s*[+.~&,]\s*["']/g;
const MAY_BE = /["']\s*[+.~&]\s*["']|\.\s*join\s*\(/;
// What is left of the list behind its last string.
const JOINED = /\s*(?:,[^[\]]{0,300})?\]\s*\.\s*join\s*\(\s*(?:""|'')\s*\)/y;
const OURS = /(?:https?:)?\/\/[\w.-]+\/imptr(?:[?&]|$)/i;

/**
 * Takes out of code what stands between two strings that it puts together, where they are a URL of the service:
 * `'https://ib.adnxs.com' + '/imptr?id=1'`. To whoever runs the code both are one.
 */
export function joinStrings(mapped: MappedText): MappedText {
  const { text } = mapped;
  if (!MAY_BE.test(text)) return mapped;
  const joints = new Set<number>();
  const look = (chains: RegExp, isJoined: (end: number) => boolean) => {
    for (const { 0: chain, index } of text.matchAll(chains)) {
      const strings = [...chain.matchAll(STRING_HERE)];
      const whole = strings.map(([string]) => string.slice(1, -1)).join('');
      if (!OURS.test(whole) || !isJoined(index + chain.length)) continue;
      for (const { 0: string, index: at } of strings) joints.add(index + at + string.length - 1);
    }
  };
  look(SUMS, () => true);
  look(LISTS, (end) => {
    JOINED.lastIndex = end;
    return JOINED.test(text);
  });
  if (joints.size === 0) return mapped;
  return replaceMapped(mapped, JOINT, (_, at) => (joints.has(at) ? '' : null));
}
