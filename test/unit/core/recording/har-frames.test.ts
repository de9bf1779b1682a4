import fc from 'fast-check';
import { expect, it } from 'vitest';

import { createFrameFinder } from '@/lib/core/recording/har-frames';

import { RUNS } from '../../runs';

const SITES = ['https://a.example', 'https://b.example'];
const urls = fc.constantFrom(...SITES.flatMap((site) => [`${site}/1`, `${site}/2`, `${site}/3`]));
const pagerefs = fc.constantFrom(undefined, '', 'page_1', 'page_2');
const moments = fc.constantFrom(1, 2, 3, 4, NaN);
const documents = fc.array(fc.record({ url: urls, startedAt: moments, pageref: pagerefs }), {
  maxLength: 6,
});

/** The rule as it is said: of the documents that can be meant the only one, or that of the stack. */
function byTheRule(
  loaded: readonly { url: string; startedAt: number; pageref: string | undefined }[],
  {
    frameUrl,
    startedAt,
    pageref,
    stack,
  }: {
    frameUrl: string | null;
    startedAt: number;
    pageref: string | undefined;
    stack: readonly string[];
  },
): string | null {
  const site = frameUrl?.replace(/\/$/, '');
  const meant = loaded.filter(
    (one) =>
      one.startedAt <= startedAt &&
      (one.pageref === pageref || (pageref === undefined && site !== undefined)) &&
      (site === undefined ? pageref !== undefined : one.url.startsWith(`${site}/`)),
  );
  const addresses = new Set(meant.map(({ url }) => url));
  const [only, ...others] = addresses;
  if (only !== undefined && others.length === 0) return only;
  return stack.find((url) => addresses.has(url)) ?? frameUrl;
}

it('finds by index what the rule says', () => {
  fc.assert(
    fc.property(
      documents,
      fc.record({
        frameUrl: fc.constantFrom(null, ...SITES, ...SITES.map((site) => `${site}/`)),
        startedAt: fc.constantFrom(0, 1, 2, 3, 4),
        pageref: pagerefs,
        stack: fc.array(urls, { maxLength: 3 }),
      }),
      (loaded, told) => {
        const entry = {
          ...(told.pageref !== undefined && { pageref: told.pageref }),
          _initiator: { stack: { callFrames: told.stack.map((url) => ({ url })) } },
        };
        expect(createFrameFinder(loaded)(told, entry)).toBe(byTheRule(loaded, told));
      },
    ),
    RUNS,
  );
});

it('takes no longer for each request where there are many documents', () => {
  const count = 100_000;
  const loaded = Array.from({ length: count }, (_, index) => ({
    url: `https://a.example/${index}`,
    startedAt: 1,
    pageref: 'page_1',
  }));
  const find = createFrameFinder(loaded);
  for (let index = 0; index < count; index += 1) {
    expect(find({ frameUrl: 'https://a.example/', startedAt: 2 }, {})).toBe('https://a.example/');
  }
});
