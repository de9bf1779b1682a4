import { crc32, deflateSync } from 'node:zlib';

import { expect, it } from 'vitest';

import { isBlank } from '../../support/is-blank.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const [WIDTH, HEIGHT] = [20, 10];

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A picture in shades of grey; `up`: each line as the difference to the one above. */
function png(shadeAt: (x: number, y: number) => number, up: boolean): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head[8] = 8;
  const lines = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.from([
      up ? 2 : 0,
      ...Array.from({ length: WIDTH }, (_, x) =>
        up && y > 0 ? (shadeAt(x, y) - shadeAt(x, y - 1)) & 255 : shadeAt(x, y),
      ),
    ]),
  );
  const data = deflateSync(Buffer.concat(lines));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    // In two parts, as a large one has many.
    chunk('IDAT', data.subarray(0, 8)),
    chunk('IDAT', data.subarray(8)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

it.each<[string, (x: number, y: number) => number, boolean]>([
  ['white', () => 255, true],
  ['black', () => 0, true],
  ['grey', () => 119, true],
  ['a line across', (_, y) => (y === 4 ? 0 : 255), true],
  ['a word', (x, y) => (Math.sin(x * 12.9 + y * y * 78.2) > 0.3 ? 0 : 255), false],
])('%s', (_, shadeAt, blank) => {
  expect([isBlank(png(shadeAt, false)), isBlank(png(shadeAt, true))]).toEqual([blank, blank]);
});
