import { describe, expect, it } from 'vitest';

import { rowsOf } from '@/lib/core/table/raw-row';
import { checkTrackerSheet } from '@/lib/core/tracker-sheet/check-sheet';
import { rowFields } from '@/lib/core/tracker-sheet/row-fields';

import { openTrackerSheet } from '../../../support/open-tracker-sheet';
import { known, type Table, tracker } from './build';

const THERE = tracker(531, { name: 'Home', code: 'H' });

/** What the first row of a table says of each field: `from → to`, and the codes of what is wrong with it. */
function fieldsOf(table: Table): Record<string, string> {
  const sheet = openTrackerSheet('Plan', rowsOf(table));
  const [row] = checkTrackerSheet(sheet, known({ trackers: [THERE] })).rows;
  if (!row) throw new Error('no row');
  const textOf = (column: string) => {
    const at = sheet.header.columns.findIndex(([one]) => one === column);
    return sheet.rows[0]?.texts[at] ?? '';
  };
  const said = rowFields(row, textOf).map(({ field, from, text, issues }) => {
    const change = from === null ? text : `${from} → ${text}`;
    return [field, [change, ...issues.map(({ code }) => code)].join('; ')] as const;
  });
  return Object.fromEntries(said.filter(([, what]) => what !== ''));
}

describe('the fields of a row', () => {
  it('of a new tracker are what it will be', () => {
    expect(
      fieldsOf([
        ['Name', 'Line item', 'Publisher'],
        ['New', 'SB-1', '880203'],
      ]),
    ).toEqual({
      name: 'New',
      state: 'active',
      lineItem: 'Spring burst',
      publisher: 'City Herald',
    });
  });

  it('of a change say what it was, and else what it is', () => {
    expect(
      fieldsOf([
        ['ID', 'Name', 'State', 'Code'],
        ['531', 'Home, winter', '', 'none'],
      ]),
    ).toEqual({
      name: 'Home → Home, winter',
      code: 'H → ',
      state: 'active',
      lineItem: 'Spring burst',
      publisher: 'Tidewater News',
    });
  });

  it('that are wrong say what stands in their cells, whichever column that is', () => {
    expect(
      fieldsOf([
        ['ID', 'Line item ID', 'State'],
        ['531', 'SB', 'on'],
      ]),
    ).toMatchObject({ lineItem: 'SB; object-id-unreadable', state: 'on; state-unknown' });
  });

  it('have what is missing, and what is wrong with the row as a whole, with the name', () => {
    expect(
      fieldsOf([
        ['ID', 'Code'],
        ['', 'new'],
      ]),
    ).toMatchObject({
      name: '; name-missing',
      lineItem: '; line-item-missing',
      publisher: '; publisher-missing',
    });
    expect(
      fieldsOf([
        ['ID', 'Advertiser'],
        ['x', 'Another'],
      ]),
    ).toMatchObject({ name: expect.stringMatching(/other-advertiser; id-unreadable$/) });
  });
});
