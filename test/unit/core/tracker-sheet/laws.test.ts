import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { holds } from '@/lib/core/tracker/plan';
import { cellAddress } from '@/lib/core/table/cells';
import type { Tracker } from '@/lib/core/tracker/tracker';

import { runs } from '../../runs';
import { AUTUMN, check, CITY, HOME, sent, SPRING, type Table, TIDE, tracker } from './build';

const TITLES = [
  ['ID', fc.constantFrom('', '', '', '1', '2', '3', '9')],
  ['Code', fc.constantFrom('', '', 'a', 'b', 'none')],
  ['Name', fc.constantFrom('', 'X', 'Y', ' X', 'Z')],
  ['State', fc.constantFrom('', 'active', 'inactive', 'on')],
  ['Line item', fc.constantFrom('', 'Autumn', 'Spring burst', '640303', 'Twin')],
  ['Publisher', fc.constantFrom('', 'Tidewater News', String(CITY.id), 'Nobody')],
  ['Placement', fc.constantFrom('', 'Home 300x250', 'none', String(HOME.id))],
] as const;
const row = fc.tuple(...TITLES.map(([, cell]) => cell));
const table = fc
  .array(row, { minLength: 1, maxLength: 6 })
  .map((rows): Table => [TITLES.map(([title]) => title), ...rows]);

const ref = ({ id, name }: { id: number; name: string }) => ({ id, name });
const trackers: fc.Arbitrary<Tracker[]> = fc
  .array(
    fc.record({
      name: fc.constantFrom('X', 'Y', 'Z', 'X '),
      code: fc.constantFrom(null, null, 'a', 'b'),
      state: fc.constantFrom('active' as const, 'inactive' as const),
      lineItem: fc.constantFrom(ref(SPRING), ref(AUTUMN)),
      publisher: fc.constantFrom(ref(TIDE), ref(CITY)),
    }),
    { maxLength: 3 },
  )
  .map((parts) => parts.map((part, at) => tracker(at + 1, part)));

const always = (holdsFor: (rows: Table, known: Tracker[]) => void) =>
  fc.assert(fc.property(table, trackers, holdsFor), runs(3000));

describe('whatever a sheet says', () => {
  it('sent again, it changes nothing', () =>
    always((rows, known) => {
      const after = sent(check(rows, { trackers: known }).rows, known);
      const again = check(rows, { trackers: after });
      expect(again.counts).toMatchObject({ create: 0, change: 0 });
    }));

  it('what was sent is then what the row says', () =>
    always((rows, known) => {
      const first = check(rows, { trackers: known }).rows;
      const again = check(rows, { trackers: sent(first, known) }).rows;
      for (const [at, { kind }] of first.entries()) {
        if (kind === 'create' || kind === 'change') {
          expect(['unchanged', 'conflict']).toContain(again[at]?.kind);
        }
      }
    }));

  it('new trackers are told apart from all others by what is sent', () =>
    always((rows, known) => {
      const { rows: planned } = check(rows, { trackers: known });
      const after = sent(planned, known);
      for (const { kind, changes } of planned) {
        if (kind !== 'create') continue;
        expect(after.filter((one) => holds(one, changes))).toHaveLength(1);
      }
    }));

  it('every issue stands at a cell of its row, and each row is of one kind', () =>
    always((rows, known) => {
      const { rows: planned, counts } = check(rows, { trackers: known });
      for (const { row: line, kind, issues, changes } of planned) {
        for (const { address } of issues) {
          const cells = TITLES.map((_, at) => cellAddress(line - 1, at));
          expect(cells).toContain(address);
        }
        const isSent = kind === 'create' || kind === 'change';
        expect(Object.keys(changes).length > 0).toBe(isSent);
      }
      expect(Object.values(counts).reduce((sum, one) => sum + one)).toBe(planned.length);
    }));
});
