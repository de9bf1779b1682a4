import type { DateTick } from '../../core/report/chart/date-ticks';
import { dateOf, weekdayOf } from '../../core/report/chart/periods';
import type { Grain, Span } from '../../core/report/question';
import type { Period } from '../../core/report/series';
import type { SeriesTotal } from '../../core/report/series-total';
import { formatCount, plural } from '../ui';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const WEEKDAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');
const hourText = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
const monthText = (month: number) => MONTHS[month - 1] ?? String(month);

/** A day, “12 Nov 2026”, or an hour, “12 Nov 2026, 05:00”, as the calendar of its zone has it. */
export function periodText(period: Period): string {
  const { year, month, date, hour } = dateOf(period);
  const day = `${date} ${monthText(month)} ${year}`;
  return period.length > 10 ? `${day}, ${hourText(hour)}` : day;
}

/** The same with its weekday before it. */
export function weekdayText(period: Period): string {
  return `${WEEKDAYS[weekdayOf(period)] ?? ''} ${periodText(period)}`;
}

/** A date below a picture, as short as it is told from its neighbours. */
export function tickText({ period, as }: Pick<DateTick, 'period' | 'as'>): string {
  const { year, month, date, hour } = dateOf(period);
  if (as === 'hour') return hourText(hour);
  if (as === 'year') return String(year);
  return as === 'month' ? `${monthText(month)} ${year}` : `${date} ${monthText(month)}`;
}

/** From one day to another, both among them. */
export function spanText({ first, last }: Span): string {
  if (first === last) return periodText(first);
  const [from, to] = [dateOf(first), dateOf(last)];
  const isYear = from.year === to.year;
  const month = isYear && from.month === to.month ? '' : ` ${monthText(from.month)}`;
  return `${from.date}${month}${isYear ? '' : ` ${from.year}`} to ${periodText(last)}`;
}

/** A count, or that it is not known: an empty place would be read as none. */
export function countText(count: number | null): string {
  return count === null ? NOT_KNOWN : formatCount(count);
}

/** A share of difference, “11.1 %”. */
export function percentText(percent: number | null): string {
  if (percent === null) return NOT_KNOWN;
  const digits = percentDigits(percent);
  const rounded = Math.sign(percent) * Number(Math.abs(percent).toFixed(digits));
  return `${signed(rounded, { minimumFractionDigits: digits, maximumFractionDigits: digits })} %`;
}

/** Digits behind the point: one, and more where it would be read as a whole number that it is beside, as 10.04 % over 10 %. */
function percentDigits(percent: number): number {
  const size = Math.abs(percent);
  const whole = Math.round(size);
  const isHidden = (digits: number) => size !== whole && Number(size.toFixed(digits)) === whole;
  if (whole === 0 || !isHidden(1)) return 1;
  return [2, 3, 4].find((digits) => !isHidden(digits)) ?? 1;
}

/** How many more the one side counted, “150” or “−150”. */
export function differenceText(difference: number | null): string {
  return difference === null ? NOT_KNOWN : signed(difference, {});
}

/** A sum with what it leaves out. */
export function totalText({ sum, unknown }: SeriesTotal, by: Grain): string {
  if (sum === null || unknown === 0) return countText(sum);
  return `${formatCount(sum)} (${plural(unknown, by, `${by}s`)} not known)`;
}

/** A number at the side of a picture, where there is little room: “1.2M”. */
export function axisText(value: number): string {
  return value.toLocaleString('en', { notation: 'compact', maximumFractionDigits: 1 });
}

const NOT_KNOWN = 'not known';

/** With a real minus; never “−0”. */
function signed(value: number, options: Intl.NumberFormatOptions): string {
  const size = Math.abs(value).toLocaleString('en', options);
  return value < 0 ? `−${size}` : size;
}
