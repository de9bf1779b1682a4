import { macrosIn } from './shapes';

// What a tool or a person puts round a word to mark it, beside the shapes that ad servers use. None of
// these signs begins or ends a number, an id or a text in base 64.
const MARKED =
  /^([@#$%!*|^<>{}()[\]\u2039\u203A\u00AB\u00BB]{1,4})[=!]?\s?[A-Za-z][\w.:-]*\s?(\D{1,4})$/;
const MIRRORED: Readonly<Record<string, string>> = {
  '<': '>',
  '{': '}',
  '(': ')',
  '[': ']',
  '\u2039': '\u203A',
  '\u00AB': '\u00BB',
};
// Names that vendors give to a random number; by itself none is a value.
const NAMES =
  /^(?:cache(?:bust(?:er|ing)?|breaker)|(?:random|rand|rnd|rng)(?:number|num|no)?|timestamp|unixtime(?:stamp)?)$/;
const INSTRUCTION = /^(?:insert|enter|add|put|replace|your)[_-][\w-]+$|^\w[\w-]*[_-]here$/i;
// PHP, and the templates of ASP, JSP and Ruby, none within another: what never ends is read once only. Of
// other templates what can be no macro: a call or a filter.
const SERVER_CODE = /<([?%])(?:(?!<\1)[^])*?\1>|\{%[^%{}]*%\}|\{\{[^{}('"|]*[('"|][^{}]*\}\}/g;

/** Whether a value, decoded, is one word between signs that mark it: a macro of a shape that is not known. */
export function looksMarked(value: string): boolean {
  const found = MARKED.exec(value);
  if (found === null || macrosIn(value).length > 0) return false;
  const [, opening = '', closing = ''] = found;
  const mirrored = [...opening].toReversed().map((sign) => MIRRORED[sign] ?? sign);
  return mirrored.join('') === closing;
}

/** Whether a value, decoded, is the name of a random number or says what to put in: `CACHEBUSTER`, `INSERT_…_HERE`. */
export function looksUnfilled(value: string): boolean {
  if (macrosIn(value).length > 0) return false;
  const word = value.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
  return INSTRUCTION.test(word) || NAMES.test(word.toLowerCase().replace(/[_\s-]/g, ''));
}

/** The pieces of a text that a program fills in on a server before a browser sees it. */
export function serverCodeIn(text: string): readonly string[] {
  if (!/<[?%]|\{[{%]/.test(text)) return [];
  return (text.match(SERVER_CODE) ?? []).filter((code) => macrosIn(code)[0]?.text !== code);
}
