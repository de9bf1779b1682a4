import { tagsTable } from '@/lib/core/tag-sheet/sheet-table';
import { sheetWords } from '@/lib/text/sheets/sheet';

import { order, server, tracker } from '../unit/core/tag-sheet/build';
import { leastOfBoth } from './measure.ts';
import type { Row } from './row.ts';

/** The rows of a tag sheet, made. */
export function benchSheet(): readonly Row[] {
  const trackers = Array.from({ length: 10_000 }, (_, index) => tracker(index + 1));
  const make = (count: number) =>
    tagsTable(order({ trackers: trackers.slice(0, count), servers: [server('gam')] }), sheetWords);
  const { one, other } = leastOfBoth(
    () => make(10_000),
    () => make(1000),
    40,
  );
  return [
    {
      what: 'tag sheet of 10,000 trackers × 1 ad server',
      value: one,
      baseline: '1,000 trackers',
      base: other,
      limit: 15,
    },
  ];
}
