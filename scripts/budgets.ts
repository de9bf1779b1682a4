// Checked at every build: what is put into other people's pages stays small.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGETS = [
  { file: 'tag-field.js', what: 'on every console page', limit: 5_000 },
  { file: 'tag-button.js', what: 'where there is a pixel field', limit: 4_000 },
  { file: 'content-scripts/tag-builder.js', what: 'the builder, on demand', limit: 35_000 },
];
const EMBED_BUDGETS = [
  { file: 'imptr-tag-builder.js', what: 'the element as a module, all in', limit: 30_000 },
  { file: 'classic.js', what: 'the element as a classic script, all in', limit: 30_000 },
];

const budgets = [
  ...['chrome-mv3', 'firefox-mv3'].flatMap((folder) => within(folder, BUDGETS)),
  ...within('embed', EMBED_BUDGETS),
];
let over = false;
for (const { file, what, limit } of budgets) {
  const size = gzipSync(readFileSync(`.output/${file}`)).length;
  const verdict = size <= limit ? 'ok' : 'TOO LARGE';
  over ||= size > limit;
  console.log(`${file} (${what}): ${size} B gzipped of ${limit}: ${verdict}`);
}
process.exitCode = over ? 1 : 0;

function within(folder: string, list: readonly (typeof BUDGETS)[number][]) {
  return list.map((budget) => ({ ...budget, file: `${folder}/${budget.file}` }));
}
