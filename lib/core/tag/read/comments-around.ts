import { firstIndex } from '../../base/first-index';
import { isClosingComment, nameInComment } from '../write/comment';
import type { Range } from '../../base/range';
import type { HtmlComment } from './html';

/** The comments that Monetize puts round a tag, as far as they are there. */
export interface CommentsAround {
  readonly name: string | null;
  readonly opening: Range | null;
  readonly closing: Range | null;
}

/**
 * Finds the impression tracker's comments above and below an element; ranges point into the text. An
 * element is looked at once, however many of its attributes are asked about.
 */
export function commentsIn(
  text: string,
  comments: readonly HtmlComment[],
): (element: Range) => CommentsAround {
  if (comments.length === 0) return () => NONE;
  const known = new Map<Range, CommentsAround>();
  return (element) => {
    const found = known.get(element) ?? commentsAround(text, comments, element);
    known.set(element, found);
    return found;
  };
}

const NONE: CommentsAround = { name: null, opening: null, closing: null };

function commentsAround(
  text: string,
  comments: readonly HtmlComment[],
  element: Range,
): CommentsAround {
  const before = lastEndingBefore(comments, element.start);
  const after = firstStartingAt(comments, element.end);
  const name =
    before && before.end >= startOfBlanks(text, element.start)
      ? nameInComment(textOf(text, before.content))
      : null;
  const closes =
    after &&
    after.start <= endOfBlanks(text, element.end) &&
    isClosingComment(textOf(text, after.content));
  return {
    name,
    opening: before && name !== null ? before : null,
    closing: after && closes ? after : null,
  };
}

/** Whether this is one of them. */
export function isOurComment(text: string, { content }: HtmlComment): boolean {
  const inner = textOf(text, content);
  return nameInComment(inner) !== null || isClosingComment(inner);
}

function lastEndingBefore(comments: readonly HtmlComment[], at: number): HtmlComment | undefined {
  return comments[firstIndex(comments, (comment) => comment.end > at) - 1];
}

function firstStartingAt(comments: readonly HtmlComment[], at: number): HtmlComment | undefined {
  return comments[firstIndex(comments, (comment) => comment.start >= at)];
}

// The blanks right beside an element, and no others: those behind a comment would be looked through for
// each of a row of elements.
function startOfBlanks(text: string, end: number): number {
  let start = end;
  while (start > 0 && text.charAt(start - 1).trim() === '') start -= 1;
  return start;
}

function endOfBlanks(text: string, start: number): number {
  let end = start;
  while (end < text.length && text.charAt(end).trim() === '') end += 1;
  return end;
}

function textOf(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}
