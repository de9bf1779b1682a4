import { z } from '../core/base/schema';
import { type Ref, RefSchema } from '../core/tracker/tracker';
import { ofAccount } from './accounts';
import type { Database } from './schema';
import { readBlocks } from './tracker-blocks';

/** A line item, and its trackers as far as they are kept here. */
export interface LineItemTrackers extends Ref {
  readonly trackerIds: readonly number[];
  readonly inactive: number;
}

const RowSchema = z.object({
  id: z.number(),
  state: z.string(),
  lineItem: z.nullable(RefSchema),
});

/** The line items of cached trackers whose name or id holds every word, with the most trackers first. */
export async function searchLineItems(
  db: Database,
  account: string,
  text: string,
  limit: number,
): Promise<readonly LineItemTrackers[]> {
  const all = await db.getAll('trackerBlocks', ofAccount(account));
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = new Map<number, { name: string; trackerIds: number[]; inactive: number }>();
  for (const { id, state, lineItem } of readBlocks(RowSchema, all).rows) {
    if (lineItem === null) continue;
    const held = `${lineItem.id} ${lineItem.name}`.toLocaleLowerCase();
    if (!words.every((word) => held.includes(word))) continue;
    const known = found.get(lineItem.id) ?? { name: lineItem.name, trackerIds: [], inactive: 0 };
    known.trackerIds.push(id);
    known.inactive += Number(state === 'inactive');
    found.set(lineItem.id, known);
  }
  return [...found]
    .map(([id, rest]) => ({ id, ...rest }))
    .toSorted((a, b) => b.trackerIds.length - a.trackerIds.length || a.id - b.id)
    .slice(0, limit);
}
