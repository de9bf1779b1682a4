import { fieldOf, type SearchField } from './fields';

/** A part of a search between blanks. */
export interface Token {
  /** As it was typed, without the dash that turns it round. */
  readonly typed: string;
  readonly isNot: boolean;
  /** `null` where it is words. */
  readonly field: SearchField | null;
  /** What looks like a field and is none; `null` for plain words. */
  readonly noField: string | null;
  /** What stands between commas; of words, all in one. */
  readonly values: readonly Value[];
}

export interface Value {
  readonly text: string;
  /** Whether it stood in quotes, and means its letters alone. */
  readonly isQuoted: boolean;
}

const FIELD = /([a-z][a-z_-]*):/iy;
const BLANK = /\s/;

/**
 * Takes a search apart. A quote begins where a value does, so that `12"` is a word; it ends at the next one, or
 * with the search, which may still be typed. In quotes, `\` keeps the next character from meaning anything.
 */
export function lex(search: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;

  /** Reads a value up to a blank, or to a comma where these divide. */
  function readValue(isDivided: boolean): Value {
    let text = '';
    const isQuoted = search[at] === '"';
    if (isQuoted) {
      at += 1;
      while (at < search.length && search[at] !== '"') {
        if (search[at] === '\\' && at + 1 < search.length) at += 1;
        text += search[at] ?? '';
        at += 1;
      }
      at += 1;
    }
    while (at < search.length && !BLANK.test(search[at] ?? '')) {
      if (isDivided && search[at] === ',') break;
      text += search[at] ?? '';
      at += 1;
    }
    return { text, isQuoted };
  }

  function readValues(): readonly Value[] {
    const values = [readValue(true)];
    while (search[at] === ',') {
      at += 1;
      values.push(readValue(true));
    }
    return values;
  }

  while (at < search.length) {
    if (BLANK.test(search[at] ?? '')) {
      at += 1;
      continue;
    }
    const isNot = search[at] === '-' && at + 1 < search.length && !BLANK.test(search[at + 1] ?? '');
    if (isNot) at += 1;
    const start = at;
    FIELD.lastIndex = at;
    const [whole = '', name = ''] = FIELD.exec(search) ?? [];
    const field = whole === '' ? null : fieldOf(name);
    if (field !== null) at += whole.length;
    const values = field === null ? [readValue(false)] : readValues();
    const noField = field === null && name !== '' ? name : null;
    tokens.push({ typed: search.slice(start, at), isNot, field, noField, values });
  }
  return tokens;
}
