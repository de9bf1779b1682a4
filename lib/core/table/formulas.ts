import { appendAll } from '../base/long-lists';

// What spreadsheets take for a formula, the full-width signs of East Asian versions too.
const SIGNS = /[=+\-@＝＋－＠]/g;
// What they pass over in front of one.
const PASSED = /['"\s]/;
// What may end a cell when a file is split: the separators of Excel's locales, the clipboard's, and
// the end of a line.
const ENDS_CELL = /[;,\t\r\n]/;
// At the very beginning these are dropped by some, and what comes next then stands first (OWASP).
const STARTS_BLANK = /^'*[\t\r\n]/;

/**
 * A text that no spreadsheet takes for a formula, in whatever cells it ends up. An apostrophe goes in
 * front where the text would begin as a formula, and in front of each of its pieces that would.
 *
 * Excel splits a CSV at the separator of the reader's own locale, `;` in half of Europe. Our cells
 * are quoted for the comma; split at `;`, a row does not begin a cell with a quotation mark, so the
 * marks are plain characters there and `"a;=cmd|…;b"` falls into three cells. Quoting cannot prevent
 * that, nor does `sep=,` on the first line: it makes Excel forget that the file is UTF-8, and programs
 * read it as a row. So the text itself is made harmless at every place where a cell may begin: after
 * `;`, `,`, a tab and a line's end, past spaces and quotation marks (OWASP, "CSV injection").
 *
 * The same for every format, XLSX too, since files are saved from one as another. `asTyped` takes it
 * all off again: what `harmless` wrote, it reads back letter for letter.
 */
export function harmless(text: string): string {
  const places = formulaPlaces(text);
  if (places.length === 0) return text;
  let result = '';
  let from = 0;
  for (const place of places) {
    result += `${text.slice(from, place)}'`;
    from = place;
  }
  return result + text.slice(from);
}

/** The text that `harmless` made harmless. */
export function asTyped(text: string): string {
  // An apostrophe is among what is passed over, so one that was put in is where the place is now.
  let result = '';
  let from = 0;
  for (const place of formulaPlaces(text)) {
    if (text[place] !== "'") continue;
    result += text.slice(from, place);
    from = place + 1;
  }
  return result + text.slice(from);
}

/** Where a cell may begin that would be a formula, in order. */
function formulaPlaces(text: string): readonly number[] {
  const places: number[] = [];
  // Back from each sign over what is passed over; the stretches never overlap, so this is linear.
  for (const { index } of text.matchAll(SIGNS)) {
    const found: number[] = [];
    let place = index;
    for (;;) {
      if (place === 0 || ENDS_CELL.test(text.charAt(place - 1))) found.push(place);
      if (place === 0 || !PASSED.test(text.charAt(place - 1))) break;
      place -= 1;
    }
    appendAll(places, found.toReversed());
  }
  if (places[0] !== 0 && STARTS_BLANK.test(text)) places.unshift(0);
  return places;
}
