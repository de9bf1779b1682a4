import { type IToken, tokenize } from 'html5parser';

import type { Range } from '../../base/range';
import { isHtmlName, isVastName } from './element-names';

// The library's token kinds. It declares them as a `const enum`, which cannot be imported one file at
// a time (TypeScript, isolatedModules).
const TokenKind = {
  Literal: 0,
  OpenTag: 1,
  OpenTagEnd: 2,
  CloseTag: 3,
  Whitespace: 4,
  AttrValueEq: 5,
  AttrValueNq: 6,
  AttrValueSq: 7,
  AttrValueDq: 8,
};

export interface HtmlAttribute {
  /** Lower case. */
  readonly name: string;
  /** Where its value stands, without the quotes. */
  readonly value: Range;
  readonly quoted: boolean;
}

export interface HtmlElement extends Range {
  /** Lower case. `end` is behind its closing tag where that follows at once. */
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
  readonly inNoscript: boolean;
}

export interface HtmlComment extends Range {
  /** What stands between the comment's marks. */
  readonly content: Range;
}

/** Text between tags, in a script, or in a CDATA section. */
export interface HtmlText extends Range {
  readonly inImpression: boolean;
  readonly inScript: boolean;
  readonly isCdata: boolean;
  /** Directly in an element of XML, where `&` is escaped; or in one that HTML does not know. */
  readonly markup: 'html' | 'xml' | 'unknown';
  /** A tag whose end is missing: no browser makes an element of it. */
  readonly isCutOff: boolean;
}

/** A closing tag. */
export interface HtmlClosing extends Range {
  readonly name: string;
}

export interface HtmlPieces {
  readonly elements: readonly HtmlElement[];
  readonly comments: readonly HtmlComment[];
  readonly texts: readonly HtmlText[];
  readonly closings: readonly HtmlClosing[];
}

const NO_PIECES = { elements: [], comments: [], closings: [] };

function textOnly({ length }: string): readonly HtmlText[] {
  const plain = { inImpression: false, inScript: false, isCutOff: false, isCdata: false };
  return length === 0 ? [] : [{ start: 0, end: length, ...plain, markup: 'html' }];
}

/**
 * Cuts HTML (or any text) into elements, comments and text. Never fails: what is no HTML is text.
 * The tokenizer is a library's; only what it reports is put together here.
 */
export function readHtml(text: string): HtmlPieces {
  if (!text.includes('<')) return { ...NO_PIECES, texts: textOnly(text) };
  const tokens = tokenize(text, { scriptingEnabled: false });
  const elements: HtmlElement[] = [];
  const comments: HtmlComment[] = [];
  const texts: (HtmlText & { end: number })[] = [];
  const closings: HtmlClosing[] = [];
  const open = new OpenElements(text);
  const addText = ({ start, end }: Range, isCutOff = false, isCdata = false) => {
    const last = texts.at(-1);
    // The tokenizer begins anew at each `<` that opens nothing.
    if (last?.end === start && !last.isCutOff && !last.isCdata && !isCutOff && !isCdata) {
      last.end = end;
      return;
    }
    const inImpression = open.has('impression');
    const inScript = open.has('script');
    const { markup } = open;
    texts.push({ start, end, inImpression, inScript, isCutOff, isCdata, markup });
  };

  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.type === TokenKind.Literal) addText(token);
    else if (token?.type === TokenKind.CloseTag) {
      const name = localName(nameOf(token));
      open.close(name);
      closings.push({
        name,
        start: token.start - 2,
        end: Math.min(token.end + 1, text.length),
      });
    } else if (token?.type === TokenKind.OpenTag) {
      const read = readOpenTag(text, tokens, at);
      const { element } = read;
      const { name } = element;
      const isDeclaration = name.startsWith('!') || isInstruction(read.literal);
      at = read.last;
      if (name === '!--') comments.push(read.comment);
      else if (read.cutOff && !isDeclaration) {
        // A tag that was cut off when it was copied is text: its URL can still be found.
        addText({ start: token.start, end: text.length }, true);
        break;
      } else if (isPlaceholder(text, element)) addText(element);
      // `<imgsrc="https://…">`: the blank behind the name is missing.
      else if (/["']https?:$/.test(name)) addText(element, true);
      else if (name.startsWith('http') && /^https?:/.test(name)) {
        // Mail programs and Markdown put addresses between angle brackets.
        addText({ start: token.start, end: element.end - 1 });
      } else {
        // A CDATA section.
        if (read.literal) addText(read.literal, false, isDeclaration);
        if (isDeclaration) continue;
        const inNoscript = open.has('noscript');
        const { attributes, start, end } = element;
        elements.push({ name, attributes, start, end, inNoscript });
        if (!read.closed && text.charAt(element.end - 2) !== '/') open.open(localName(name));
      }
    }
  }
  return { elements, comments, texts, closings };
}

function readOpenTag(text: string, tokens: readonly IToken[], open: number) {
  const attributes: HtmlAttribute[] = [];
  const first = tokens[open];
  let literal: IToken | null = null;
  let at = open + 1;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || token.type === TokenKind.OpenTagEnd) break;
    if (token.type === TokenKind.Literal) {
      literal = token;
      // A quote that is never closed, or a comment's content.
      if (first && !nameOf(first).startsWith('!') && !isInstruction(token)) break;
    } else if (token.type === TokenKind.AttrValueNq) {
      const read = readAttribute(tokens, at);
      attributes.push(read.attribute);
      at = read.last;
    } else if (token.type === TokenKind.OpenTag || token.type === TokenKind.CloseTag) {
      at -= 1;
      break;
    }
  }
  const endToken = tokens[Math.min(at, tokens.length - 1)];
  const start = (first?.start ?? 1) - 1;
  const tagEnd = Math.min((endToken?.end ?? text.length) + 1, text.length);
  const closing = tokens[at + 1];
  const closed = first && closing?.type === TokenKind.CloseTag && nameOf(closing) === nameOf(first);
  const end = closed ? Math.min(closing.end + 1, text.length) : tagEnd;
  // A comment's content comes in several pieces.
  const contentEnd = endToken?.type === TokenKind.OpenTagEnd ? endToken.start : tagEnd;
  const content = { start: first?.end ?? start, end: contentEnd };
  return {
    last: closed ? at + 1 : at,
    literal,
    closed: closed === true,
    cutOff: endToken?.type !== TokenKind.OpenTagEnd,
    element: { name: first ? nameOf(first) : '', attributes, start, end },
    comment: { content, start, end: tagEnd },
  };
}

// `<?xml version="1.0"?>`, `<?php … ?>`: to the tokenizer an element without a name.
function isInstruction(literal: IToken | null): boolean {
  return literal?.value.startsWith('?') === true;
}

// An unquoted value may come in several pieces: `src=https://x/?a=1` is one value up to white space.
function readAttribute(tokens: readonly IToken[], at: number) {
  const name = tokens[at];
  const empty = { start: name?.end ?? 0, end: name?.end ?? 0 };
  let next = at + 1;
  while (tokens[next]?.type === TokenKind.Whitespace) next += 1;
  if (tokens[next]?.type !== TokenKind.AttrValueEq) {
    return { last: at, attribute: { name: lower(name), value: empty, quoted: false } };
  }
  next += 1;
  while (tokens[next]?.type === TokenKind.Whitespace) next += 1;
  const value = tokens[next];
  if (!value || !isValue(value)) {
    return { last: next - 1, attribute: { name: lower(name), value: empty, quoted: false } };
  }
  if (value.type !== TokenKind.AttrValueNq) {
    const range = { start: value.start + 1, end: Math.max(value.start + 1, value.end - 1) };
    return { last: next, attribute: { name: lower(name), value: range, quoted: true } };
  }
  let last = next;
  for (let piece = tokens[last + 1]; piece && isValue(piece); piece = tokens[last + 1]) last += 1;
  // Of `src=https://…/>` the slash is the value's, to a browser.
  const behind = tokens[last + 1];
  const hasSlash = behind?.type === TokenKind.OpenTagEnd && behind.value === '/';
  const range = { start: value.start, end: (tokens[last]?.end ?? value.end) + (hasSlash ? 1 : 0) };
  return { last, attribute: { name: lower(name), value: range, quoted: false } };
}

function isValue({ type }: IToken): boolean {
  return (
    type === TokenKind.AttrValueNq ||
    type === TokenKind.AttrValueEq ||
    type === TokenKind.AttrValueSq ||
    type === TokenKind.AttrValueDq
  );
}

// `…&cachebuster=<random>`
function isPlaceholder(
  text: string,
  { start, name, attributes }: Omit<HtmlElement, 'inNoscript'>,
): boolean {
  return (
    text.charAt(start - 1) === '=' &&
    !isHtmlName(name) &&
    attributes.every(({ value }) => value.end === value.start)
  );
}

const XML = /^\s*<\?xml\b|<(?:\w+:)?(?:VAST|VMAP)\b/i;

/** The elements that are open at a point of the text. */
class OpenElements {
  readonly #names: string[] = [];
  readonly #counts = new Map<string, number>();
  readonly #text: string;
  #isXml: boolean | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  has(name: string): boolean {
    return (this.#counts.get(name) ?? 0) > 0;
  }

  open(name: string): void {
    if (VOID.has(name)) return;
    this.#names.push(name);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** What was left open inside of it is closed too. */
  close(name: string): void {
    if (!this.has(name)) return;
    for (let last = this.#names.pop(); last !== undefined; last = this.#names.pop()) {
      this.#counts.set(last, (this.#counts.get(last) ?? 1) - 1);
      if (last === name) return;
    }
  }

  get markup(): HtmlText['markup'] {
    const parent = this.#names.at(-1);
    if (parent === undefined) return 'html';
    if (isVastName(parent)) return 'xml';
    this.#isXml ??= XML.test(this.#text);
    if (this.#isXml) return 'xml';
    return isHtmlName(parent) ? 'html' : 'unknown';
  }
}

const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

// Without the prefix of its namespace.
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function nameOf(token: IToken): string {
  return token.value.trim().toLowerCase();
}

function lower(token: IToken | undefined): string {
  return token?.value.toLowerCase() ?? '';
}
