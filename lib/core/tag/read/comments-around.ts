import { isClosingComment, nameInComment } from '../comment';
import type { HtmlComment, Range } from './html';

/** The comments that Monetize puts round a tag, as far as they are there. */
export interface CommentsAround {
  readonly name: string | null;
  readonly opening: Range | null;
  readonly closing: Range | null;
}

/** The impression tracker's comments above and below an element; ranges point into the text. */
export function commentsAround(
  text: string,
  comments: readonly HtmlComment[],
  element: Range,
): CommentsAround {
  const nothing = (from: number, to: number) => text.slice(from, to).trim() === '';
  const before = lastEndingBefore(comments, element.start);
  const after = firstStartingAt(comments, element.end);
  const name =
    before && nothing(before.end, element.start)
      ? nameInComment(textOf(text, before.content))
      : null;
  const closes =
    after && nothing(element.end, after.start) && isClosingComment(textOf(text, after.content));
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

// Comments stand in order, so a long text with many tags stays quick.
function firstIndex(
  comments: readonly HtmlComment[],
  isBehind: (comment: HtmlComment) => boolean,
): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const comment = comments[middle];
    if (comment && isBehind(comment)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function textOf(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}
