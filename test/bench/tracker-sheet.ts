import { checkTrackerSheet } from '@/lib/core/tracker-sheet/check-sheet';
import { listKey } from '@/lib/core/tracker-sheet/known';
import { createTrackerSheetReader } from '@/lib/core/tracker-sheet/sheet-reader';
import { readTableFile } from '@/lib/files/read-file';

import { ADVERTISER, known, tracker } from '../unit/core/tracker-sheet/build';
import { leastOfBoth } from './measure.ts';
import type { Row } from './row.ts';

const SIDE = 100;
const objects = (first: number, what: string) =>
  Array.from({ length: SIDE }, (_, at) => ({ id: first + at, name: `${what} ${at}`, code: null }));

/** A sheet of as many trackers as can be changed at once, half of them there already: checked, against read. */
export function benchTrackerSheet(): readonly Row[] {
  const lineItems = objects(1000, 'Line item');
  const publishers = objects(2000, 'Publisher');
  const pairs = lineItems.flatMap((lineItem) =>
    publishers.map((publisher) => ({ lineItem, publisher })),
  );
  const trackers = pairs
    .slice(0, pairs.length / 2)
    .map((pair, at) => tracker(at + 1, { name: `Row ${at}`, ...pair }));
  const lines = pairs.map(({ lineItem, publisher }, at) =>
    [`Row ${at}`, lineItem.name, publisher.name, '', at % 3 ? 'active' : 'inactive'].join(','),
  );
  const text = `Name,Line item,Publisher,Placement,State\r\n${lines.join('\r\n')}\r\n`;
  const { buffer } = new TextEncoder().encode(text);
  const read = () => {
    const reader = createTrackerSheetReader();
    readTableFile(buffer, reader);
    return reader.finish();
  };
  const lists = new Map([
    [
      listKey({ kind: 'line-item', advertiserId: ADVERTISER.id }),
      { objects: lineItems, isWhole: true },
    ],
    [listKey({ kind: 'publisher' }), { objects: publishers, isWhole: true }],
  ]);
  const sheet = read();
  const { one, other } = leastOfBoth(
    () => checkTrackerSheet(sheet, known({ trackers, lists })),
    read,
    20,
  );
  return [
    {
      what: `sheet of ${pairs.length.toLocaleString('en')} trackers, checked`,
      value: one,
      baseline: 'the same, read from a CSV',
      base: other,
      limit: 3,
    },
  ];
}
