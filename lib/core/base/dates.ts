const DAY_MS = 86_400_000;
// Beyond that no date can be told, nor of the day after it.
const LAST_MS = 8e15;

/**
 * The date of a moment, in milliseconds since 1970, as eight digits are written: year, month, day; day, month, year;
 * month, day, year. Which day it is depends on where, so the day before and the one after are among them.
 */
export function datesOf(at: number): readonly string[] {
  if (!(Math.abs(at) <= LAST_MS)) return [];
  return [-DAY_MS, 0, DAY_MS].flatMap((offset) => {
    const [year = '', month = '', day = ''] = new Date(at + offset).toISOString().split(/[-T]/);
    return [year + month + day, day + month + year, month + day + year];
  });
}

/** The same with two digits for the year. */
export function shortDatesOf(at: number): readonly string[] {
  return datesOf(at).map((date, index) =>
    index % 3 === 0 ? date.slice(2) : date.slice(0, 4) + date.slice(6),
  );
}
