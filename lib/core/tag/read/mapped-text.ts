/**
 * A text that was made from another by small changes, and that knows where each of its characters
 * stood there. So a URL can be read with its `&amp;` decoded while findings still point into the
 * text a person sees. Offsets count UTF-16 units.
 */
export interface MappedText {
  readonly text: string;
  /** For each unit of `text`, and for its end, the offset in the original. */
  readonly origin: readonly number[];
}

/** The text as it is; `start` is where it stands in the original. */
export function mapText(text: string, start = 0): MappedText {
  const origin: number[] = [];
  origin.length = text.length + 1;
  for (let index = 0; index <= text.length; index += 1) origin[index] = start + index;
  return { text, origin };
}

/** Where an offset of the mapped text stands in the original. */
export function originOf(mapped: MappedText, offset: number): number {
  return mapped.origin[offset] ?? mapped.origin.at(-1) ?? 0;
}

/** A part of the mapped text. */
export function sliceMapped(mapped: MappedText, start: number, end: number): MappedText {
  return { text: mapped.text.slice(start, end), origin: mapped.origin.slice(start, end + 1) };
}

/**
 * Replaces every match, or leaves it where `replace` gives `null`; all units of a replacement stand
 * where its match began.
 */
export function replaceMapped(
  mapped: MappedText,
  pattern: RegExp,
  replace: (match: string, offset: number) => string | null,
): MappedText {
  const parts: string[] = [];
  const origin: number[] = [];
  let done = 0;
  const copyTo = (end: number) => {
    parts.push(mapped.text.slice(done, end));
    for (let index = done; index < end; index += 1) origin.push(originOf(mapped, index));
  };
  for (const match of mapped.text.matchAll(pattern)) {
    const text = replace(match[0], match.index);
    if (text === null) continue;
    copyTo(match.index);
    parts.push(text);
    for (let count = 0; count < text.length; count += 1) origin.push(originOf(mapped, match.index));
    done = match.index + match[0].length;
  }
  if (done === 0) return mapped;
  copyTo(mapped.text.length);
  origin.push(originOf(mapped, mapped.text.length));
  return { text: parts.join(''), origin };
}
