import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import type { NoPicture } from '@/lib/core/recording/picture';
import { picturesOf, type PictureOfView } from '@/lib/core/verification/pictures';
import { checkProof } from '@/lib/proof/check-proof';
import { writeProof } from '@/lib/proof/proof-file';

import { pageView, START } from '../core/verification/build';
import { partsOf } from './sample';

/** The smallest PNGs there are, of one grey pixel each. */
const GREY =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
const WHITE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==';

const picture = (
  image: string,
  takenAt: number,
  url = 'https://news.example/a',
): PictureOfView => ({
  image,
  url,
  takenAt,
  sha256: createHash('sha256')
    .update(Buffer.from(image.split(',')[1] ?? '', 'base64'))
    .digest('hex'),
});
const VIEWS = [pageView('a', START)];
const TWO = [picture(WHITE, START + 9000), picture(GREY, START + 5000)];
const proofOf = (taken: readonly PictureOfView[], missing: readonly NoPicture[] = []) =>
  writeProof(
    partsOf(undefined, undefined, undefined, {}, { pictures: picturesOf(taken, missing, VIEWS) }),
  );
const check = async (html: string, digest: string | null = null) => {
  const { state, problems } = await checkProof(new TextEncoder().encode(html), digest);
  return [state, ...problems].join(' ');
};

describe('the screenshots of a proof', () => {
  it('stand in it with the page, its address and the time in UTC, in order, as they were', async () => {
    const { html, digest } = await proofOf(TWO);
    const [seen = ''] = html.split('<pre hidden');
    expect([seen.indexOf(GREY) > 0, seen.indexOf(WHITE) > seen.indexOf(GREY)]).toEqual([
      true,
      true,
    ]);
    expect(seen).toMatch(
      /<figcaption><span class="muted">Page 1<\/span> <bdi>https:\/\/news\.example\/a<\/bdi> <span class="muted">taken 2026-11-24 10:00:05 UTC/,
    );
    expect(seen).not.toContain('There is no screenshot');
    expect(html).toContain(`img-src data:"`);
    expect(await check(html, digest)).toBe('unchanged');
  });

  it('are named in the manifest by the SHA-256 of what stands in the file', async () => {
    const { html } = await proofOf(TWO);
    const manifest = html.slice(html.lastIndexOf('<pre hidden'));
    for (const image of [GREY, WHITE]) {
      expect(manifest).toContain(createHash('sha256').update(image).digest('hex'));
    }
  });

  it.each<[string, (html: string) => string, string]>([
    [
      'a picture in the place of another',
      (it) => it.replace(GREY, WHITE),
      'changed pictures visible',
    ],
    [
      'two that changed places',
      (it) => it.replace(GREY, '?').replace(WHITE, GREY).replace('?', WHITE),
      'changed pictures visible',
    ],
    [
      'the time below one',
      (it) => it.replace('taken 2026-11-24 10:00:05', 'taken 2026-11-24 10:00:06'),
      'changed visible',
    ],
    [
      'the address below one',
      (it) => it.replace('a</bdi> <span class="muted">taken', 'b</bdi> <span class="muted">taken'),
      'changed visible',
    ],
    [
      'one more',
      (it) =>
        it.replace(
          '<figure>',
          `<figure><img data-picture src="${WHITE}" alt=""></figure>\n<figure>`,
        ),
      'changed pictures visible',
    ],
    [
      'one more that does not say it is one',
      (it) => it.replace('</main>', `<img src="${WHITE}">\n</main>`),
      'changed visible',
    ],
    [
      'one before everything',
      (it) => it.replace('<main>', `<img src="${WHITE}">\n<main>`),
      'changed file',
    ],
    [
      'one taken out',
      (it) => it.replace(/<figure>.*?<\/figure>\n/s, ''),
      'changed pictures visible',
    ],
    [
      'one that is loaded from elsewhere',
      (it) => it.replace(GREY, 'https://evil.example/a.png'),
      'changed pictures visible',
    ],
    [
      'the policy, which would load it',
      (it) => it.replace('img-src data:', 'img-src *'),
      'changed file',
    ],
    [
      'the SHA-256 of one in the results',
      (it) => it.replace(/(sha256&quot;: &quot;)[0-9a-f]{2}/, '$100'),
      'changed results pictures',
    ],
  ])('tell that they were changed: %s', async (_, change, said) => {
    const { html } = await proofOf(TWO);
    expect(change(html)).not.toBe(html);
    expect(await check(change(html))).toBe(said);
  });

  it.each<[readonly NoPicture[], readonly PictureOfView[], string]>([
    [
      ['not-allowed'],
      [],
      'There is no screenshot of the page: the browser gives none unless it is asked to on that page. Press Piggyback’s button',
    ],
    [
      ['not-in-front'],
      TWO,
      'Of one page there is no screenshot: another tab of its window was in front.',
    ],
    [
      ['left-out', 'left-out', 'left-out'],
      [],
      'Of 3 pages there is no screenshot: screenshots were left out when',
    ],
    [['from-file'], [], 'There is no screenshot of the page: this was read from a HAR file'],
  ])('that are missing are said to be, and why: %j', async (missing, taken, said) => {
    const { html, digest } = await proofOf(taken, missing);
    expect(html.split('<pre hidden')[0]).toContain(said);
    expect(await check(html, digest)).toBe('unchanged');
  });

  it.each([
    ['SVG, which holds scripts', 'data:image/svg+xml;base64,PHN2Zy8+'],
    ['an address', 'https://evil.example/a.png'],
    ['an end of the attribute', `${GREY}" onerror="alert(1)`],
    ['another picture than the results tell of', WHITE],
  ])('are pictures and no others: %s', async (_, image) => {
    const told = picturesOf([picture(GREY, START)], [], VIEWS);
    const parts = partsOf(
      undefined,
      undefined,
      undefined,
      {},
      { pictures: { ...told, images: [image] } },
    );
    await expect(writeProof(parts)).rejects.toThrow('no results');
  });

  it.each<[string, string, number, string | null]>([
    ['the page that was there', 'https://news.example/a', START + 1, 'a'],
    ['another part of it', 'https://news.example/a#part', START + 1, 'a'],
    ['a page that nobody recorded', 'https://news.example/b', START + 1, null],
    ['a moment before it', 'https://news.example/a', START - 1, null],
  ])('belong to a page view only where they show it: %s', (_, url, at, id) => {
    const { told } = picturesOf([picture(GREY, at, url)], [], VIEWS);
    expect(told.taken[0]?.pageViewId).toBe(id);
  });
});
