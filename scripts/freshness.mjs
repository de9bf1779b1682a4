// Tells whether the production build is newer than everything it is made from.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const SOURCES = [
  'components',
  'entrypoints',
  'lib',
  'public',
  'scripts',
  'package-lock.json',
  'tsconfig.json',
  'wxt.config.ts',
];
const STAMP = '.output/chrome-mv3/.built';

export function isFresh(root) {
  try {
    return readFileSync(path.join(root, STAMP), 'utf8') === String(newest(root));
  } catch {
    return false;
  }
}

export function markFresh(root) {
  writeFileSync(path.join(root, STAMP), String(newest(root)));
}

function newest(root) {
  return Math.max(...SOURCES.map((source) => newestIn(path.join(root, source))));
}

function newestIn(place) {
  const { mtimeMs } = statSync(place);
  if (!statSync(place).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(place).map((name) => newestIn(path.join(place, name))));
}
