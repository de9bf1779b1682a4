import type { Range } from '../../base/range';

// Code goes on behind the string: JavaScript and Java with +, PHP with a point, Python with %, Twig with ~, C#
// and Visual Basic with &; or it calls something on it, or joins it with the rest of a list.
const CONTINUES =
  /["'`]\s*(?:,[^[\]]{1,300}\]\s*\.\s*join\s*\(|\+|\.\s?(?:concat|format|replace|replaceAll|join)\b|\.\s*[$\w]+[\s.([;)-]|%\s*[\w(]|~\s*\w|&(?!\w{2,6};)\s*\w)/y;
// An expression that no ad server has a macro for: a call, a sum, a property by number.
const EXPRESSION = /\$\{(?![A-Za-z][\w:.]*\})[^{}]*\}/;
// A string that code begins: behind `=`, `(`, a comma, a colon, `return`.
const BEGINS = /(?:[=(,:+?[]|\breturn)\s*`$/;
const LONGEST_BEFORE = 40;
const LONGEST_ARGUMENTS = 200;
const NEXT_ARGUMENT = /["'`]\s*[,;]/y;
// The rest of a list whose items are joined.
const IS_JOINED = /["'`]\s*(?:,[^[\]]{1,300})?\]\s*\.\s*join\s*\(/y;

/** Whether code puts more of a URL together when it runs: its string goes on, or it is a template. */
export function isComputed(text: string, { start, end }: Range, inScript: boolean): boolean {
  CONTINUES.lastIndex = end;
  if (CONTINUES.test(text)) return true;
  NEXT_ARGUMENT.lastIndex = end;
  if (NEXT_ARGUMENT.test(text) && isArgument(text, start)) return true;
  const url = text.slice(start, end);
  if (text.charAt(end) !== '`' || !url.includes('${')) return false;
  // Markdown puts plain text between the same marks, with macros in it.
  return inScript || EXPRESSION.test(url) || BEGINS.test(before(text, start));
}

// The string is added to something: with + in JavaScript, ~ in Twig, & in Visual Basic, a point in PHP.
const ADDED = /(?:[+~]|[\w)\]]\s*&\s|\$[\w$>[\]-]+\s?\.|\)\s?\.|\.concat\()\s*["'`]$/;

/** Whether code puts something before a URL when it runs: a scheme or a host. */
export function isFrontComputed(text: string, { start, end }: Range): boolean {
  // In a template of JavaScript it begins with what is filled in.
  const isTemplate =
    text.charAt(start - 1) === '`' && /^(?:https?:\/\/)?[\w.-]*\$\{/.test(text.slice(start, end));
  return isTemplate || ADDED.test(before(text, start)) || isItem(text, { start, end });
}

// `CONCATENATE("https://…?id=", A2, "&t=2")` of a spreadsheet, and `concat` of a database or of a script.
function isArgument(text: string, start: number): boolean {
  return /\b(?:concat(?:enate|ener)?|textjoin|verketten)\s*\([^()]*$/i.test(
    text.slice(Math.max(0, start - LONGEST_ARGUMENTS), start),
  );
}

// `[host, '/imptr?id=1'].join('')`
function isItem(text: string, { start, end }: Range): boolean {
  if (!/[,;]\s*["'`]$/.test(before(text, start))) return false;
  IS_JOINED.lastIndex = end;
  return IS_JOINED.test(text) || isArgument(text, start);
}

function before(text: string, start: number): string {
  return text.slice(Math.max(0, start - LONGEST_BEFORE), start);
}
