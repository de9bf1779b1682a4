import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, it } from 'vitest';

const OUTPUT = path.resolve(import.meta.dirname, '../../../.output');

// The element's too: a classic script is read in the encoding of the page that embeds it.
it.each(['chrome-mv3', 'firefox-mv3', 'embed'])('every script of %s is ASCII', async (build) => {
  const folder = path.join(OUTPUT, build);
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.m?js$/.test(name));
  expect(names.length).toBeGreaterThan(2);
  const odd = await Promise.all(
    names.map(async (name) => {
      const [found] = /[^\p{ASCII}]/u.exec(await readFile(path.join(folder, name), 'utf8')) ?? [];
      return found === undefined ? [] : [`${name}: ${found}`];
    }),
  );
  expect(odd.flat()).toEqual([]);
});
