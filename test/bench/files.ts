import { SheetFileError } from '@/lib/core/table/file-problem';
import { tagWorkbook } from '@/lib/core/tag-sheet/workbook';
import { writeXlsx } from '@/lib/files/write-xlsx';
import { sheetWords } from '@/lib/text/sheets/sheet';

import { readSheetFile } from '../support/read-sheet-file';
import { order, server, tracker } from '../unit/core/tag-sheet/build';
import { HEAVY } from '../unit/files/hostile-files';
import { leastOfBoth } from './measure.ts';
import type { Row } from './row.ts';

const LIMIT = 10;

/** The file that keeps its reader longest, of those made for it, against an honest one. */
export async function benchFiles(): Promise<readonly Row[]> {
  const honest = await honestFile(1000);
  const timed = Object.entries(HEAVY).map(([what, make]) => {
    const bytes = make();
    const { one, other } = leastOfBoth(
      () => read(bytes),
      () => read(honest),
      3,
    );
    return { what, one, other };
  });
  const [worst] = timed.toSorted((a, b) => b.one / b.other - a.one / a.other);
  return [
    {
      what: `worst of ${timed.length} hostile files (${worst?.what})`,
      value: worst?.one ?? Number.NaN,
      baseline: 'a tag sheet of 1,000 rows, read',
      base: worst?.other ?? Number.NaN,
      limit: LIMIT,
    },
  ];
}

async function honestFile(rows: number): Promise<ArrayBuffer> {
  const trackers = Array.from({ length: rows }, (_, index) => tracker(index + 1));
  const made = order({ trackers, servers: [server('gam')] });
  const file = await writeXlsx(tagWorkbook(made, sheetWords));
  return file.arrayBuffer();
}

function read(bytes: ArrayBuffer): void {
  try {
    readSheetFile(bytes);
  } catch (error) {
    if (!(error instanceof SheetFileError)) throw error;
  }
}
