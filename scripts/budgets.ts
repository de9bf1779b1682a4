// Checked at every build: what is put into other people's pages stays small.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGETS = [
  { files: ['tag-field.js'], what: 'on every console page', limit: 5_000 },
  {
    files: ['tag-button.js', 'tag-insert.js', 'place-builder.js'],
    what: 'on demand, all together',
    limit: 20_000,
  },
];
const EMBED_BUDGETS = [
  { files: ['imptr-tag-builder.js'], what: 'the element as a module, all in', limit: 32_000 },
  { files: ['classic.js'], what: 'the element as a classic script, all in', limit: 32_000 },
];

const budgets = [
  ...['chrome-mv3', 'firefox-mv3'].flatMap((folder) => within(folder, BUDGETS)),
  ...within('embed', EMBED_BUDGETS),
];
let over = false;
for (const { files, what, limit } of budgets) {
  const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  const verdict = size <= limit ? 'ok' : 'TOO LARGE';
  over ||= size > limit;
  console.log(`${files.join(' + ')} (${what}): ${size} B gzipped of ${limit}: ${verdict}`);
}
process.exitCode = over ? 1 : 0;

function within(folder: string, list: readonly (typeof BUDGETS)[number][]) {
  return list.map((budget) => ({
    ...budget,
    files: budget.files.map((file) => `.output/${folder}/${file}`),
  }));
}
