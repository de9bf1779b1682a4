import type { XmlReader } from './xml';
import { attribute } from './xml';

// The built-in formats of days and times; 27 to 36 and 50 to 58 are those of East Asian versions.
const BUILT_IN: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Which of a workbook's styles show a number as a day. */
export function createStyles(): { isDate(style: number): boolean; readonly reader: XmlReader } {
  const own = new Map<number, boolean>();
  const styles: number[] = [];
  let isInside = false;
  const reader: XmlReader = {
    open(name, attributes) {
      if (name === 'numFmt') {
        own.set(
          Number(attribute(attributes, 'numFmtId')),
          isDateFormat(attribute(attributes, 'formatCode') ?? ''),
        );
      }
      if (name === 'cellXfs') isInside = true;
      if (name === 'xf' && isInside) styles.push(Number(attribute(attributes, 'numFmtId')));
    },
    close(name) {
      if (name === 'cellXfs') isInside = false;
    },
  };
  return {
    isDate(style) {
      const format = styles[style];
      if (format === undefined) return false;
      return own.get(format) ?? BUILT_IN.some(([from, to]) => format >= from && format <= to);
    },
    reader,
  };
}

/** Whether a format has a part of a day or a time in it, outside of quoted text, colours and the like. */
function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare);
}

const DAY_MS = 86_400_000;
// Days from the beginning of 1900's and 1904's count to 1970. Before March 1900 the count is one
// short, since it knows a 29th of February that never was.
const TO_1970 = 25_569;
const TO_1970_FROM_1904 = 24_107;

/** The day and time that a number stands for. */
export function dateOf(count: number, from1904: boolean): Date {
  const days = from1904 ? count - TO_1970_FROM_1904 : count - TO_1970 + (count < 60 ? 1 : 0);
  return new Date(Math.round(days * DAY_MS));
}
