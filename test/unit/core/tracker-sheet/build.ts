import { rowsOf } from '@/lib/core/table/raw-row';
import { checkTrackerSheet } from '@/lib/core/tracker-sheet/check-sheet';
import { type Known, type KnownObject, listKey } from '@/lib/core/tracker-sheet/known';
import type { PlannedRow } from '@/lib/core/tracker-sheet/planned-row';
import type { Tracker } from '@/lib/core/tracker/tracker';

import { openTrackerSheet } from '../../../support/open-tracker-sheet';

export const ADVERTISER = { id: 700_101, name: 'Harbour Coffee', code: 'HC' };
const object = (id: number, name: string, code: string | null = null): KnownObject => ({
  id,
  name,
  code,
});
export const SPRING = object(640_303, 'Spring burst', 'SB-1');
export const AUTUMN = object(640_304, 'Autumn', 'au-2');
export const TIDE = object(880_202, 'Tidewater News', 'PUB202');
export const CITY = object(880_203, 'City Herald');
export const HOME = { ...object(15_150_404, 'Home 300x250', 'home-1'), codes: ['home-1', 'h1'] };
export const SPORT = object(15_150_405, 'Sport 728x90');
export const BASE = object(77_606, 'Base');

const LINE_ITEMS = [SPRING, AUTUMN, object(640_305, 'Twin'), object(640_306, 'Twin')];
const list = (...objects: KnownObject[]) => ({ objects, isWhole: true });
export const LISTS = new Map([
  [listKey({ kind: 'line-item', advertiserId: ADVERTISER.id }), list(...LINE_ITEMS)],
  [listKey({ kind: 'publisher' }), list(TIDE, CITY, object(880_204, 'none'))],
  [listKey({ kind: 'placement', publisherId: TIDE.id }), list(HOME, SPORT)],
  [listKey({ kind: 'placement', publisherId: CITY.id }), list(object(15_150_410, 'Home 300x250'))],
  [listKey({ kind: 'payment-rule', publisherId: TIDE.id }), list(BASE)],
  [listKey({ kind: 'payment-rule', publisherId: CITY.id }), list()],
]);

export function tracker(id: number, part: Partial<Tracker> = {}): Tracker {
  return {
    id,
    memberId: 2,
    advertiserId: ADVERTISER.id,
    name: `Harbour ${id}`,
    code: null,
    state: 'active',
    lineItem: { id: SPRING.id, name: SPRING.name },
    publisher: { id: TIDE.id, name: TIDE.name },
    placement: null,
    paymentRule: null,
    lastModified: 0,
    ...part,
  };
}

export function known(part: Partial<Known> = {}): Known {
  return { advertiser: ADVERTISER, trackers: [], lists: LISTS, ...part };
}

export type Table = readonly (readonly unknown[])[];

/** A table as it is read and checked. */
export function check(table: Table, part: Partial<Known> = {}) {
  return checkTrackerSheet(openTrackerSheet('Plan', rowsOf(table)), known(part));
}

/** What a row is, and what is wrong with it, in words. */
export function words({ kind, issues }: PlannedRow): string {
  return [kind, ...issues.map(({ address, code }) => `${address} ${code}`)].join(', ');
}

let made = 0;

/** The trackers of the advertiser once these rows were sent. */
export function sent(rows: readonly PlannedRow[], trackers: readonly Tracker[]): Tracker[] {
  const after = new Map(trackers.map((one) => [one.id, one]));
  for (const { kind, fields, tracker: old } of rows) {
    if (kind !== 'create' && kind !== 'change') continue;
    const base = old ?? tracker((made += 1) + 500_000, { lineItem: null, publisher: null });
    const values = Object.fromEntries(fields.map(({ field, to }) => [field, to]));
    after.set(base.id, { ...base, ...values });
  }
  return [...after.values()];
}
