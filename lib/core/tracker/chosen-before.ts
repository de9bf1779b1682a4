import { z } from '../base/schema';
import type { PickerQuery } from './picker';

const KEPT = 300;
/** So many stay in sight of one list. */
const OFFERED = 5;

/** What was chosen in the form's pickers, newest first: which objects, by where they were looked for. */
export const ChosenBeforeSchema = z
  .array(z.object({ among: z.string().check(z.maxLength(60)), id: z.number() }))
  .check(z.maxLength(KEPT));
export type ChosenBefore = readonly z.infer<typeof ChosenBeforeSchema>[number][];

/** The list with this choice in front, each object once, and not too long. */
export function noteChosen(list: ChosenBefore, query: PickerQuery, id: number): ChosenBefore {
  const among = placeOf(query);
  const others = list.filter((one) => one.among !== among || one.id !== id);
  return [{ among, id }, ...others].slice(0, KEPT);
}

/** The ids that were chosen last where a picker looks, newest first. */
export function chosenLast(list: ChosenBefore, query: PickerQuery): readonly number[] {
  const among = placeOf(query);
  return list
    .filter((one) => one.among === among)
    .slice(0, OFFERED)
    .map(({ id }) => id);
}

function placeOf(query: PickerQuery): string {
  if (query.kind === 'line-item') return `${query.kind} ${query.advertiserId}`;
  if (query.kind === 'placement' || query.kind === 'payment-rule') {
    return `${query.kind} ${query.publisherId}`;
  }
  return query.kind;
}
