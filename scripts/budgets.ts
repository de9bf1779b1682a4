// Checked at every build: what is put into other people's pages stays small.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGETS = [
  { file: 'tag-field.js', what: 'on every console page', limit: 6_000 },
  { file: 'tag-button.js', what: 'where there is a pixel field', limit: 4_000 },
  { file: 'content-scripts/tag-builder.js', what: 'the builder, on demand', limit: 35_000 },
];

let over = false;
for (const browser of ['chrome', 'firefox']) {
  for (const { file, what, limit } of BUDGETS) {
    const size = gzipSync(readFileSync(`.output/${browser}-mv3/${file}`)).length;
    const verdict = size <= limit ? 'ok' : 'TOO LARGE';
    over ||= size > limit;
    console.log(`${browser} ${file} (${what}): ${size} B gzipped of ${limit}: ${verdict}`);
  }
}
process.exitCode = over ? 1 : 0;
