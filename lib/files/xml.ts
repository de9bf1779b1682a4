import { MAX_XML_TOKEN } from '../core/base/limits';
import { SheetFileError } from '../core/table/file-problem';
import { markedEncoding } from './decode-text';

/**
 * What a reader of XML is told of, in order. Names come without their prefix, `raw` with it. A tag stands from `start` to
 * `end`, in UTF-16 units of the decoded text without its mark; one that opens and closes at once is told of twice with the
 * same place.
 */
export interface XmlReader {
  open(name: string, attributes: string, start: number, end: number, raw: string): void;
  close(name: string, start: number, end: number): void;
  /** A piece of text; there may be several in a row. */
  text?(text: string): void;
  /** Asked after each piece: `false` where nothing further is wanted. */
  goesOn?(): boolean;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));/g;

/** Text with XML's own five entities and numbers resolved; no other is known, so none can grow. */
function plainXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The value of an attribute, whatever its prefix; `null` where it is not there. */
export function attribute(attributes: string, name: string): string | null {
  if (!attributes.includes(name)) return null;
  ATTRIBUTE.lastIndex = 0;
  for (;;) {
    const found = ATTRIBUTE.exec(attributes);
    if (found === null) return null;
    if (found[1] === name) return plainXml(found[2] ?? found[3] ?? '');
  }
}
const ATTRIBUTE = /(?:^|[\s:])([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Reads XML as it comes, in pieces. It holds nothing but the tag or text at the end of a piece, and
 * of that no more than `MAX_XML_TOKEN`. Declarations of a document type, where entities are made up,
 * are refused: no workbook may have any. Fails with `SheetFileError`.
 */
export function createXmlParser(reader: XmlReader) {
  let held = '';
  let before = 0;
  let decoder: TextDecoder | null = null;

  function push(bytes: Uint8Array): boolean {
    decoder ??= new TextDecoder(markedEncoding(bytes));
    const text = held + decoder.decode(bytes, { stream: true });
    const end = readAll(text, reader, before);
    before += end;
    held = text.slice(end);
    if (held.length > MAX_XML_TOKEN) throw new SheetFileError('too-much');
    return reader.goesOn?.() ?? true;
  }

  /** To be called at the end: what is still held is a piece of a tag. */
  function finish(): void {
    if (held.trim() !== '') throw new SheetFileError('damaged');
  }

  return { push, finish };
}

/** Reads as far as there are whole tokens, and tells how far. `before` came earlier. */
function readAll(text: string, reader: XmlReader, before: number): number {
  let at = 0;
  for (;;) {
    const start = text.indexOf('<', at);
    if (start < 0) return at;
    if (start > at) reader.text?.(plainXml(text.slice(at, start)));
    const end = readMarkup(text, start, reader, before);
    if (end < 0) return start;
    at = end;
  }
}

/** Reads what begins with `<` and gives the place behind it; -1 where its end is still to come. */
function readMarkup(text: string, start: number, reader: XmlReader, before: number): number {
  const next = text[start + 1];
  if (next === '!') return readDeclaration(text, start, reader);
  if (next === '?') return behind(text, '?>', start);
  const end = tagEnd(text, start + 1);
  if (end < 0) return -1;
  if (next === '/') {
    reader.close(localName(text.slice(start + 2, end).trim()), before + start, before + end + 1);
    return end + 1;
  }
  const isEmpty = text[end - 1] === '/';
  const last = isEmpty ? end - 1 : end;
  const space = nameEnd(text, start + 1, last);
  const raw = text.slice(start + 1, space);
  const name = localName(raw);
  const [from, to] = [before + start, before + end + 1];
  reader.open(name, text.slice(space, last), from, to, raw);
  if (isEmpty) reader.close(name, from, to);
  return end + 1;
}

// The place of the first white space.
function nameEnd(text: string, from: number, end: number): number {
  for (let at = from; at < end; at += 1) if (text.charCodeAt(at) <= 0x20) return at;
  return end;
}

function readDeclaration(text: string, start: number, reader: XmlReader): number {
  const head = text.slice(start, start + CDATA.length);
  if (head.startsWith('<!--')) return behind(text, '-->', start + 4);
  if (head === CDATA) {
    const end = behind(text, ']]>', start + CDATA.length);
    if (end >= 0) reader.text?.(text.slice(start + CDATA.length, end - 3));
    return end;
  }
  if (CDATA.startsWith(head) || '<!--'.startsWith(head)) return -1;
  throw new SheetFileError('unreadable');
}
const CDATA = '<![CDATA[';

function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

// A `>` may stand in an attribute's value.
function tagEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x3e) return at;
    if (unit !== 0x22 && unit !== 0x27) continue;
    at = text.indexOf(unit === 0x22 ? '"' : "'", at + 1);
    if (at < 0) return -1;
  }
  return -1;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
