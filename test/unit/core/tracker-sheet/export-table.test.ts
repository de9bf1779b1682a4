import { describe, expect, it } from 'vitest';

import { trackersSheet, trackersTable } from '@/lib/core/tracker-sheet/export-table';
import { trackerColumnCalled } from '@/lib/core/tracker-sheet/columns';
import { writeCsv } from '@/lib/files/write-csv';

import { tracker } from '../../components/trackers/build';

const EVIL = { ...tracker(7, '=HYPERLINK("https://evil.example")'), code: '+1' };

describe('trackers as a file', () => {
  it('have the titles by which a sheet of trackers is read', () => {
    const [titles = []] = trackersTable([]).rows;
    const known = titles.filter((title) => trackerColumnCalled(String(title)) !== null);
    expect(known).toHaveLength(titles.length - 1);
    expect(titles.at(-1)).toBe('Last modified (UTC)');
  });

  it('hold no formula, whatever a tracker is called', () => {
    const csv = writeCsv(trackersTable([EVIL]));
    for (const line of csv.split('\r\n')) {
      for (const cell of line.split(',')) expect(cell).not.toMatch(/^"?[=+\-@]/);
    }
  });

  it('say nothing of a change whose time could not be read', () => {
    const unread = { ...EVIL, lastModified: 0 };
    expect(trackersTable([unread]).rows.at(-1)?.at(-1)).toBeNull();
    expect(trackersSheet([unread], 'Trackers').table.rows.at(-1)?.at(-1)).toBeNull();
  });

  it('are as wide as their titles say, in every row and format', () => {
    const { rows } = trackersTable([EVIL]);
    const sheet = trackersSheet([EVIL], 'Trackers');
    expect(new Set([...rows, ...sheet.table.rows].map((row) => row.length)).size).toBe(1);
    expect(sheet.widths).toHaveLength(rows[0]?.length ?? 0);
  });
});
