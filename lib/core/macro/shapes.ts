/** A piece of a text: a macro, or what stands between two. `start` counts UTF-16 units. */
export interface Segment {
  readonly text: string;
  readonly start: number;
  readonly isMacro: boolean;
}

// The shapes in which ad servers write macros (ad-servers.md section 6, row 1, and the catalogue).
// None may hold a quote that ends an attribute, a bracket of HTML or another opener: so each
// position is tried once, however long the text, and nothing in a macro ever needs encoding.
const SHAPES = [
  /%%[A-Za-z][\w:.]*%%/,
  /\[\[[A-Za-z][\w.]*\]\]/,
  /\[%?[A-Za-z][\w.:' -]*%?\]/,
  /[$#][e!]?\{[A-Za-z][\w.:]*\}/,
  /(?<!@)@@?[A-Za-z]\w*@@?(?!@)/,
  /\$\$[A-Za-z]\w*\$\$/,
  /##%[A-Za-z]+%##/,
  /\{\{[ ]?[A-Za-z][\w .|:-]*\}\}/,
  /\{%?[A-Za-z]\w*\}/,
  /__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__/,
  /%[a-z][a-z0-9]*!/,
  // Hexadecimal digits between percent signs are escapes and not `%ad%`.
  /%(?![0-9a-f]+%)[a-z_][a-z0-9_.]*[a-z0-9_]%(?![0-9A-Fa-f]{2})/,
];
const ANY_SHAPE = new RegExp(SHAPES.map((shape) => shape.source).join('|'), 'g');
const SHAPE_HERE = new RegExp(ANY_SHAPE.source, 'y');
const OPENERS = '%[{$#_@';
const OPENER = /[%[{$#_@]/;
const NONE: readonly Segment[] = [];

// Macros of the catalogue that do not show where they end (a test holds the two together).
const OPEN_ENDED = new Set(['%n', '%%c1;cpdir=', '$random', '$site_id', '$space_id']);

/**
 * Cuts a value into macros and the text between them. Macros without an end of their own, such as
 * `%n` and `$random`, count only where they are the whole value.
 */
export function splitMacros(value: string): readonly Segment[] {
  if (value === '') return [];
  if (OPEN_ENDED.has(value)) return [{ text: value, start: 0, isMacro: true }];
  const segments: Segment[] = [];
  let done = 0;
  ANY_SHAPE.lastIndex = 0;
  for (let match = ANY_SHAPE.exec(value); match; match = ANY_SHAPE.exec(value)) {
    if (match.index > done) {
      segments.push({ text: value.slice(done, match.index), start: done, isMacro: false });
    }
    segments.push({ text: match[0], start: match.index, isMacro: true });
    done = match.index + match[0].length;
  }
  if (done < value.length) segments.push({ text: value.slice(done), start: done, isMacro: false });
  return segments;
}

/** Every macro in a value, in order. */
export function macrosIn(value: string): readonly Segment[] {
  if (!OPENER.test(value)) return NONE;
  return splitMacros(value).filter((segment) => segment.isMacro);
}

/** The end of the macro that starts at `start`, or `null` if none does. */
export function macroEndAt(text: string, start: number): number | null {
  if (!OPENERS.includes(text.charAt(start))) return null;
  SHAPE_HERE.lastIndex = start;
  return SHAPE_HERE.test(text) ? SHAPE_HERE.lastIndex : null;
}
