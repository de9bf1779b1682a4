import { readId } from '../read-ids';
import type { MistakeCode, Span } from './query';

/** What can be compared, and whether it is told from now on. */
interface Comparable extends Span {
  readonly isRelative?: boolean;
}

type Reader = (text: string) => Comparable | null;

const COMPARED = /^(>=|<=|>|<|=)(.*)$/s;
const RANGE = /^(.*?)\.\.(.*)$/s;

/**
 * Reads `5`, `>5`, `>=5`, `<5`, `<=5`, `3..5`, `3..` and `..5`, of whatever `read` reads; else the code of the
 * mistake, which is `unread` where that reads nothing.
 */
export function readSpan(text: string, read: Reader, unread: MistakeCode): Span | MistakeCode {
  const [isRange, first = '', last = ''] = RANGE.exec(text) ?? [];
  if (isRange !== undefined && first + last !== '') {
    const from = first === '' ? NOTHING : read(first.trim());
    const to = last === '' ? NOTHING : read(last.trim());
    if (from === null || to === null) return unread;
    return from.from <= to.to ? { from: from.from, to: to.to } : 'backwards';
  }
  const [, operator = '', rest = text] = COMPARED.exec(text) ?? [];
  const value = read(rest.trim());
  if (value === null) return unread;
  const { from, to, isRelative = false } = value;
  if (operator === '' || operator === '=') return { from, to: isRelative ? Infinity : to };
  // More than seven days, or after the moment seven days ago? Nobody can tell.
  if (isRelative) return 'relative-compared';
  if (operator === '>') return { from: to + 1, to: Infinity };
  if (operator === '>=') return { from, to: Infinity };
  return { from: -Infinity, to: operator === '<' ? from - 1 : to };
}

const NOTHING: Comparable = { from: -Infinity, to: Infinity };

/** An id as the ends of a span. */
export function readNumber(text: string): Span | null {
  const id = readId(text);
  return id === null ? null : { from: id, to: id };
}
