import { describe, expect, it } from 'vitest';

import { TRIAL_LIMITS } from '@/lib/core/trial/limits';
import { gatherTrial, readTold } from '@/lib/core/trial/told';

const held = (url: string, directive = 'img-src') => ({ kind: 'held', directive, url });

describe('what the sandboxed page tells', () => {
  it.each([
    ['a request that was held back', held('https://ib.adnxs.com/imptr?id=1')],
    ['a frame', { kind: 'hint', hint: 'frame', url: 'https://ad.example/' }],
    ['an error', { kind: 'error', sentence: 'TypeError' }],
    ['that it is over', { kind: 'over', why: 'quiet' }],
  ])('is read: %s', (_, message) => {
    expect(readTold(message)).toEqual(message);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'held'],
    ['another kind', { kind: 'sent', url: 'https://x.example/' }],
    ['an address that is none', { ...held(''), url: 5 }],
    ['an address beyond the cap', held('x'.repeat(TRIAL_LIMITS.address + 1))],
    ['a sentence beyond the cap', { kind: 'error', sentence: 'x'.repeat(301) }],
    ['a directive that is a story', held('x', 'd'.repeat(61))],
    ['a hint of its own making', { kind: 'hint', hint: 'sent', url: '' }],
    ['an end of its own making', { kind: 'over', why: 'sent' }],
  ])('is passed over: %s', (_, message) => {
    expect(readTold(message)).toBeNull();
  });
});

describe('a trial', () => {
  it.each([
    ['img-src', 'image'],
    ['script-src-elem', 'script'],
    ['connect-src', 'fetch'],
    ['media-src', 'other'],
    ['__proto__', 'other'],
    ['constructor', 'other'],
  ])('%s is asked for by: %s', (directive, loader) => {
    const gather = gatherTrial();
    expect(gather.take(held('https://x.example/', directive))).toBeNull();
    expect(gather.ended().requests).toEqual([{ url: 'https://x.example/', loader }]);
  });

  it('counts frames and beacons among its requests, and what leads away not', () => {
    const gather = gatherTrial();
    for (const hint of ['frame', 'beacon', 'page']) gather.take({ kind: 'hint', hint, url: hint });
    expect(gather.take({ kind: 'over', why: 'quiet' })).toEqual({
      requests: [
        { url: 'frame', loader: 'document' },
        { url: 'beacon', loader: 'ping' },
      ],
      hints: [{ hint: 'page', url: 'page' }],
      errors: [],
      end: 'quiet',
    });
  });

  it('is ended by one that tells more than there can be, senseless things too', () => {
    const gather = gatherTrial();
    for (let count = 0; count < TRIAL_LIMITS.told; count += 1) {
      expect(gather.take({ nonsense: count })).toBeNull();
    }
    expect(gather.take(held('https://x.example/'))).toMatchObject({ end: 'much', requests: [] });
  });
});
