import { firstIndex } from '../../base/first-index';

/**
 * A text that was made from another by small changes, and that knows where each of its characters
 * stood there. So a URL can be read with its `&amp;` decoded while findings still point into the
 * text a person sees. Offsets count UTF-16 units.
 */
export interface MappedText {
  readonly text: string;
  /** In order, without gaps; none for an empty text. */
  readonly pieces: readonly Piece[];
  /** Where what stands behind the text begins in the original. */
  readonly end: number;
}

interface Piece {
  /** Where it begins in the text. */
  readonly at: number;
  /** Where it stood in the original: unit for unit, or all of it at one place. */
  readonly from: number;
  readonly isCopy: boolean;
}

/** The text as it is; `start` is where it stands in the original. */
export function mapText(text: string, start = 0): MappedText {
  const pieces = text === '' ? [] : [{ at: 0, from: start, isCopy: true }];
  return { text, pieces, end: start + text.length };
}

/** Where an offset of the mapped text stands in the original. */
export function originOf({ text, pieces, end }: MappedText, offset: number): number {
  if (offset >= text.length) return end;
  const piece = pieces[indexAt(pieces, offset)];
  return piece ? placeIn(piece, offset) : end;
}

/** A part of the mapped text. */
export function sliceMapped(mapped: MappedText, start: number, end: number): MappedText {
  const pieces: Piece[] = [];
  for (let index = indexAt(mapped.pieces, start); index < mapped.pieces.length; index += 1) {
    const piece = mapped.pieces[index];
    if (!piece || piece.at >= end) break;
    const at = Math.max(piece.at, start);
    pieces.push({ at: at - start, from: placeIn(piece, at), isCopy: piece.isCopy });
  }
  return { text: mapped.text.slice(start, end), pieces, end: originOf(mapped, end) };
}

/** Whether every unit of a range stands in the original as it is here. */
export function isCopied({ pieces }: MappedText, start: number, end: number): boolean {
  if (end <= start) return true;
  const first = pieces[indexAt(pieces, start)];
  return first?.isCopy === true && indexAt(pieces, end - 1) === indexAt(pieces, start);
}

/**
 * Replaces every match, or leaves it where `replace` gives `null`; all units of a replacement stand
 * where its match began. The same text comes back where nothing was replaced.
 */
export function replaceMapped(
  mapped: MappedText,
  pattern: RegExp,
  replace: (match: string, offset: number) => string | null,
): MappedText {
  const pieces: Piece[] = [];
  let text = '';
  let done = 0;
  // Matches come in order, and so do the pieces in which they stand.
  let index = 0;
  const goTo = (end: number, isKept: boolean) => {
    for (let piece = mapped.pieces[index]; piece && done < end; piece = mapped.pieces[index]) {
      const next = mapped.pieces[index + 1]?.at ?? Infinity;
      const stop = Math.min(next, end);
      if (isKept) {
        pieces.push({ at: text.length, from: placeIn(piece, done), isCopy: piece.isCopy });
        text += mapped.text.slice(done, stop);
      }
      done = stop;
      if (done === next) index += 1;
    }
  };
  let isSame = true;
  for (const { 0: match, index: start } of mapped.text.matchAll(pattern)) {
    const put = replace(match, start);
    if (put === null) continue;
    isSame = false;
    goTo(start, true);
    const piece = mapped.pieces[index];
    if (put && piece) pieces.push({ at: text.length, from: placeIn(piece, start), isCopy: false });
    text += put;
    goTo(start + match.length, false);
  }
  if (isSame) return mapped;
  goTo(mapped.text.length, true);
  return { text, pieces, end: mapped.end };
}

// Where an offset in a piece stands in the original.
function placeIn({ at, from, isCopy }: Piece, offset: number): number {
  return isCopy ? from + offset - at : from;
}

// The piece in which an offset stands.
function indexAt(pieces: readonly Piece[], offset: number): number {
  return Math.max(0, firstIndex(pieces, ({ at }) => at > offset) - 1);
}
