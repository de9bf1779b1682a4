import { describe, expect, it } from 'vitest';

import { ENTRIES } from '@/lib/core/rules/entry';

import { reasonsIn, useLooks } from '../support/look-at-tags.ts';

const { load, look } = useLooks();

describe('the examples of a rule for pages', () => {
  // What these need is more than one page can show.
  const TOLD = [
    'page-asked-for',
    'page-before-recording',
    'page-loaded-unrecorded',
    'page-not-requested',
  ];
  const shown = ENTRIES.filter(({ kind, code }) => kind === 'page' && !TOLD.includes(code));
  it.each(shown.map((entry) => [entry.code, entry] as const))(
    '%s: one is wrong, one is right',
    async (code, { bad, good }) => {
      await load(bad);
      expect(reasonsIn(await look())).toEqual([`531 ${code}`]);
      await load(good);
      expect(reasonsIn(await look())).toEqual([]);
    },
  );
});
