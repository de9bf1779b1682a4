import { serverCodeIn } from '../../macro/suspects';
import { putAll } from './changes';
import { isPageCode } from './filled-in';
import type { About, AddressContext, AddressRule } from '../rule';

/** There is no white space in the address. A browser has taken it out of what it requests. */
export const whiteSpace: AddressRule = {
  kind: 'address',
  code: 'white-space',
  written: 'error',
  fired: null,
  look: (context) => {
    const { text } = context.url;
    const found = /\s+/.exec(withoutMacroSpaces(withoutCode(context, text)));
    if (!found) return [];
    // A line that an e-mail broke comes back together; any other gap may have been part of a value.
    const joined = joinLines(text);
    const at = { start: found.index, end: found.index + found[0].length };
    const gap = /[\r\n]/.test(found[0]) ? 'a line break' : 'white space';
    return [{ at, values: { gap }, change: joined === text ? null : putAll(context.url, joined) }];
  },
  seen: ({ gap }) =>
    `The URL is broken by ${gap ?? 'white space'}; everything behind that may be lost.`,
  next: 'Build the tag anew.',
};

// Blanks beside a break go with it, and the mark of a reply before a line. A pattern for both would try a long row of blanks again and again.
function joinLines(text: string): string {
  const lines = text.split(/[\r\n]+/);
  return lines
    .map((line, index) => {
      let [start, end] = [0, line.length];
      if (index > 0) while (isBlank(line.charAt(start)) || isMark(line.charAt(start))) start += 1;
      if (index < lines.length - 1) while (end > start && isBlank(line.charAt(end - 1))) end -= 1;
      return line.slice(start, end);
    })
    .join('');
}

function isMark(char: string): boolean {
  return char === '>' || char === '|';
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t';
}

// What a page's own server or script fills in never reaches a browser with its spaces.
function withoutCode(context: AddressContext, text: string): string {
  const filled = context.isComputed ? text.replace(/\$\{[^{}]*\}/g, blank) : text;
  if (!isPageCode(context)) return filled;
  return serverCodeIn(filled).reduce((rest, code) => rest.replace(code, blank), filled);
}

function blank(code: string): string {
  return '_'.repeat(code.length);
}

// Kevel's `{{url | url_encode}}` is written with spaces.
function withoutMacroSpaces(text: string): string {
  return text.replace(/\{\{[^{}]*\}\}|\[[^[\]]*\]/g, (macro) => macro.replace(/ /g, '_'));
}

export const about: About = {
  why: 'An e-mail or a spreadsheet broke the line. Some ad servers cut the address there, others send the gap as %20.',
  bad: '<img src="https://ib.adnxs.com/imptr?id=531&t=2 &cachebuster=%%CACHEBUSTER%%">',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%">',
  server: 'gam',
};
