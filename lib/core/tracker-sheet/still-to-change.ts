import type { Tracker } from '../tracker/tracker';
import { type FieldChange, isSameValue } from './planned-row';

/**
 * What is to be done of a change that was planned, now that the tracker is as it is: it is sent where every field is
 * as it was then or is to be; nothing is where all of them are already as they are to be; and where somebody has set
 * one to something else, that stays.
 */
export function stillToChange(
  fields: readonly FieldChange[],
  now: Tracker,
): 'send' | 'done' | 'changed-meanwhile' {
  if (fields.every(({ field, to }) => isSameValue(now[field], to))) return 'done';
  const isOurs = fields.every(
    ({ field, from, to }) => isSameValue(now[field], from) || isSameValue(now[field], to),
  );
  return isOurs ? 'send' : 'changed-meanwhile';
}
