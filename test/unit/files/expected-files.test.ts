import { describe, expect, it } from 'vitest';

import { rowsTable } from '@/lib/core/tag-sheet/sheet-table';
import { tagWorkbook } from '@/lib/core/tag-sheet/workbook';
import { createExpectedReader } from '@/lib/core/verification/expected-rows';
import { readTableFile } from '@/lib/files/read-file';
import { writeCsv } from '@/lib/files/write-csv';
import { writeXlsx } from '@/lib/files/write-xlsx';
import { sheetWords } from '@/lib/text/sheets/sheet';

import { order } from '../core/tag-sheet/build';

const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).slice().buffer;
function read(bytes: ArrayBuffer) {
  const reader = createExpectedReader();
  readTableFile(bytes, reader);
  return reader.finish();
}

describe('the trackers of a file', () => {
  it.each([
    ['commas', 'Tracker ID,Name\n531,"Leaderboard, top"\n532,Skyscraper\n'],
    ['semicolons', 'Name;Tracker ID\nLeaderboard;531\nSkyscraper;532\n'],
    ['tabs', 'id\tname\r\n531\tLeaderboard\r\n532\tSkyscraper\r\n'],
    ['ids alone', '531\n532\n'],
    ['a mark of its encoding in front', '\uFEFFid\n531\n532\n'],
  ])('as text, with %s', (_, text) => {
    expect(read(bytesOf(text))).toEqual({
      ids: [531, 532],
      refused: [],
      refusedMore: 0,
      idsMore: 0,
    });
  });

  it('as a tag sheet of our own, in both formats', async () => {
    const ids = [...new Set(order().trackers.map(({ id }) => id))];
    const workbook = await (await writeXlsx(tagWorkbook(order(), sheetWords))).arrayBuffer();
    expect(read(workbook).ids).toEqual(ids);
    expect(read(bytesOf(writeCsv(rowsTable(order(), sheetWords)))).ids).toEqual(ids);
  });

  it('says what is no file of rows', () => {
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]).slice().buffer;
    expect(() => read(old)).toThrow(expect.objectContaining({ problem: 'old-format' }));
  });
});
