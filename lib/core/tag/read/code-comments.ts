import { firstIndex } from '../../base/first-index';
import type { Range } from '../../base/range';
import type { HtmlText } from './html';

// What a template leaves out before a browser sees it: JSP and ASP.NET, ERB, Twig and Jinja, Smarty, Handlebars,
// Blade, Go and JSX, Django and Liquid, Razor.
const IN_TEMPLATES: readonly (readonly [opening: string, closing: string])[] = [
  ['<%--', '--%>'],
  ['<%#', '%>'],
  ['{# ', '#}'],
  ['{#-', '#}'],
  ['{* ', '*}'],
  ['{{!--', '--}}'],
  ['{{--', '--}}'],
  ['{/*', '*/}'],
  ['{% comment %}', '{% endcomment %}'],
  ['@* ', '*@'],
];
const MAY_BE = /<%[-#]|\{[#*%{/]|@\*/;

/** Says of places in a text whether they stand in a comment of a template. */
export function inTemplateComment(text: string): (place: Range) => boolean {
  if (!MAY_BE.test(text)) return NOWHERE;
  const all = IN_TEMPLATES.map(([opening, closing]) => between(text, opening, closing));
  return (place) => all.some((comments) => isInside(comments, place));
}

const NOWHERE = () => false;

function isInside(comments: readonly Range[], { start }: Range): boolean {
  const next = comments[firstIndex(comments, ({ end }) => end > start)];
  return next !== undefined && next.start <= start;
}

function between(
  text: string,
  opening: string,
  closing: string,
  mayOpen: (at: number) => boolean = () => true,
): readonly Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at)) {
    if (!mayOpen(at)) {
      at += opening.length;
      continue;
    }
    const closed = text.indexOf(closing, at + opening.length);
    if (closed < 0) break;
    found.push({ start: at, end: closed + closing.length });
    at = closed + closing.length;
  }
  return found;
}

// Not within a word, an address or a string: `*/*`, `https://*/*`.
const BEFORE_BLOCK = /[\s;{}(),>=]/;
// A comment that goes to the end of its line is looked for from there on, in lines that a person wrote.
const LONGEST_LINE = 1000;

/**
 * Says of places in running text, code or styles whether they stand in a comment of it: between `/*` and its
 * end, or behind `//`. What is an element of HTML stands in no code.
 */
export function inCodeComment(text: string): (place: Range, piece: HtmlText) => boolean {
  const blocks = between(
    text,
    '/*',
    '*/',
    (at) => at === 0 || BEFORE_BLOCK.test(text.charAt(at - 1)),
  );
  return (place, piece) => isInside(blocks, place) || isBehindSlashes(text, place.start, piece);
}

function isBehindSlashes(text: string, at: number, piece: HtmlText): boolean {
  const least = Math.max(piece.start, at - LONGEST_LINE);
  const line = text.slice(least, at);
  const from = Math.max(line.lastIndexOf('\n'), line.lastIndexOf('\r')) + 1;
  // A longer line is a program's, and has no comments.
  if (from === 0 && least > piece.start) return false;
  const before = line.slice(from);
  if (!/\/\/|#/.test(before)) return false;
  const isPhp = /^\?(?:php|=)/.test(text.slice(piece.start, piece.start + 4));
  const isCode = isPhp || piece.inScript;
  return isCode ? opensComment(before, isPhp) : /^\s*\/\/(?=\s|\w+[ (])/.test(before);
}

const PARTS =
  /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|`(?:[^`\\]|\\.)*`?|(?:^|[\s;{}(),])(?:\/\/|#)/g;

function opensComment(line: string, isPhp: boolean): boolean {
  return (line.match(PARTS) ?? []).some(
    (part) => !/^["'`]/.test(part) && (part.endsWith('//') || (isPhp && part.endsWith('#'))),
  );
}
