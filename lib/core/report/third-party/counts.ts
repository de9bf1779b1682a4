/** Reads the counts of one column; `null`: the text is no whole number, or could be two. */
export type ReadCount = (text: string) => number | null;

const SIGNED = /^\d+(?:[.,]\d+)*$/;

/**
 * How the counts of a column are written, by all of them: `1,234` and `1.234` are the same number with the sign of
 * thousands of its country. Which it is shows where a sign stands twice, beside another, or not before three digits. Where the
 * column has both kinds and nothing tells them apart, none of these is read.
 */
export function countReader(texts: Iterable<string>): ReadCount {
  const thousands = thousandsOf(texts);
  return (text) => {
    const plain = bare(text);
    if (/^\d+$/.test(plain)) return whole(plain);
    if (thousands === null || !SIGNED.test(plain)) return null;
    const decimal = thousands === '.' ? ',' : '.';
    const [before = '', after, ...more] = plain.split(decimal);
    if (more.length > 0 || (after !== undefined && !/^0+$/.test(after))) return null;
    if (!before.includes(thousands)) return /^\d+$/.test(before) ? whole(before) : null;
    return isGrouped(before, thousands) ? whole(before.replaceAll(thousands, '')) : null;
  };
}

type Sign = '.' | ',';

function thousandsOf(texts: Iterable<string>): Sign | null {
  const sure = new Set<Sign>();
  const open = new Set<Sign>();
  for (const text of texts) {
    const plain = bare(text);
    if (!SIGNED.test(plain) || /^\d+$/.test(plain)) continue;
    const told = signTold(plain);
    if (told) sure.add(told);
    else open.add(plain.includes('.') ? '.' : ',');
  }
  const known = sure.size > 0 ? sure : open;
  const [only] = known;
  return known.size === 1 && only ? only : null;
}

/** The sign of thousands of one text, where it tells. */
function signTold(plain: string): Sign | null {
  const [point, comma] = [plain.lastIndexOf('.'), plain.lastIndexOf(',')];
  if (point >= 0 && comma >= 0) return point > comma ? ',' : '.';
  const sign = point >= 0 ? '.' : ',';
  const other = sign === '.' ? ',' : '.';
  const groups = plain.split(sign);
  if (groups.length > 2) return sign;
  const [before = '', after = ''] = groups;
  return after.length === 3 && /^[1-9]\d{0,2}$/.test(before) ? null : other;
}

/** Groups of three, or of two and a last of three as in India. */
function isGrouped(text: string, sign: Sign): boolean {
  const groups = text.split(sign);
  const [first = '', ...rest] = groups;
  const isLong = rest.every((group) => group.length === 3) && first.length <= 3;
  const isIndian =
    rest.at(-1)?.length === 3 &&
    rest.slice(0, -1).every((group) => group.length === 2) &&
    first.length <= 2;
  return first.length > 0 && (isLong || isIndian);
}

function whole(text: string): number | null {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : null;
}

/** Without the spaces and apostrophes between thousands. */
function bare(text: string): string {
  return text.trim().replace(/(?<=\d)[\s\u00A0\u202F'’](?=\d{3}(?!\d))/g, '');
}
