import type { Standing } from '../../core/report/cause';
import type { Side } from '../../core/report/evidence';
import { plural } from '../ui';

/** What is said of a cause, and what to do next; `next` is empty where there is nothing to do. */
export interface CauseWords {
  readonly sentence: string;
  readonly next: string;
}

export function isClaimed(standing: Standing): boolean {
  return standing === 'explains' || standing === 'explains-part';
}

export function sideText(side: Side): string {
  return side === 'monetize' ? 'Monetize' : 'The ad server';
}

/** "7.5 %". */
export function percent(share: number): string {
  return `${(share * 100).toLocaleString('en', { maximumFractionDigits: 1 })} %`;
}

export function times(ratio: number): string {
  return `${ratio.toLocaleString('en', { maximumFractionDigits: 2 })} times`;
}

export function hoursOf(hours: number): string {
  const size = Math.abs(hours);
  return `${size.toLocaleString('en', { maximumFractionDigits: 2 })} ${size === 1 ? 'hour' : 'hours'}`;
}

export function hoursLater(hours: number): string {
  return hours === 0 ? 'at the same hour' : `${hoursOf(hours)} ${hours > 0 ? 'later' : 'earlier'}`;
}

export function daysOf(days: readonly string[]): string {
  const sorted = days.toSorted();
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
  if (sorted.length < 2) return first;
  const inRow = (Date.parse(last) - Date.parse(first)) / 86_400_000 === sorted.length - 1;
  return inRow
    ? `${first} to ${last}`
    : `${plural(sorted.length, 'day', 'days')} between ${first} and ${last}`;
}
