import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { takePicture } from '@/lib/app/recording/take-picture';
import type { CurrentPage } from '@/lib/app/recording/current-page';
import type { Captured } from '@/lib/core/recording/picture';
import { sha256OfImage } from '@/lib/proof/pictures';

const IMAGE = 'data:image/jpeg;base64,/9j/2Q==';
const PAGE = { url: 'https://news.example/a', loadedAt: 1000.25 };

/** A page that says this of itself before, and that after the picture is taken; `never`: it does not answer. */
function portsOf(
  before: CurrentPage | null | 'never',
  after = before,
  captured: Captured = { image: IMAGE },
) {
  const did: string[] = [];
  let asked = 0;
  let late = () => {};
  let now = 5000;
  const answers = [before, after];
  const ports = {
    async page() {
      const answer = answers[(asked += 1) - 1] ?? null;
      did.push('asked');
      if (answer === 'never') return new Promise<never>(() => late());
      return answer;
    },
    async capture() {
      did.push('captured');
      now += 300;
      return captured;
    },
    digest: sha256OfImage,
    now: () => now,
    newId: () => 'one',
    timer(_ms: number, act: () => void) {
      late = act;
      return () => did.push('stopped');
    },
  };
  return { ports, did };
}

describe('a screenshot of the page that is inspected', () => {
  it('has the address and the time at which it was asked for', async () => {
    const { ports, did } = portsOf(PAGE);
    expect(await takePicture(ports)).toEqual({
      id: 'one',
      url: 'https://news.example/a',
      takenAt: 5000,
      sha256: createHash('sha256').update(Buffer.from('/9j/2Q==', 'base64')).digest('hex'),
      image: IMAGE,
    });
    expect(did).toEqual(['asked', 'captured', 'asked', 'stopped']);
  });

  it('keeps no sign-in of its address', async () => {
    const { ports } = portsOf({ ...PAGE, url: 'https://user:word@staging.example/a' });
    expect(await takePicture(ports)).toMatchObject({ url: 'https://staging.example/a' });
  });

  it.each<[string, Parameters<typeof portsOf>, string]>([
    [
      'another page is there afterwards',
      [PAGE, { ...PAGE, url: 'https://news.example/b' }],
      'page-changed',
    ],
    ['it was loaded anew meanwhile', [PAGE, { ...PAGE, loadedAt: 1000.5 }], 'page-changed'],
    ['it is not there afterwards', [PAGE, null], 'page-changed'],
    ['it does not say which it is', [null], 'no-page'],
    ['it is one of the browser’s own', [{ ...PAGE, url: 'chrome://settings/' }], 'no-page'],
    ['it stands at a breakpoint', ['never'], 'no-answer'],
    ['it stops at one while it is taken', [PAGE, 'never'], 'no-answer'],
    ['the browser gives none', [PAGE, PAGE, { why: 'not-allowed' }], 'not-allowed'],
    [
      'what the browser gives is no picture',
      [PAGE, PAGE, { image: 'data:image/jpeg;base64,A' }],
      'failed',
    ],
  ])('is none where %s', async (_, around, why) => {
    expect(await takePicture(portsOf(...around).ports)).toBe(why);
  });

  it('is not asked for where there is no page of the web', async () => {
    const { ports, did } = portsOf(null);
    await takePicture(ports);
    expect(did).not.toContain('captured');
  });
});
