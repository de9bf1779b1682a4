import { plural } from './ui';

/** Of several files that were dropped together one is taken. */
export function othersLeftText(count: number): string {
  return `${plural(count, 'other file that was', 'other files that were')} dropped with it ${count === 1 ? 'was' : 'were'} not read: add one after the other.`;
}
