import { describe, expect, it } from 'vitest';

import { type FieldTraits, isPixelField } from '@/lib/core/tag/pixel-field';

const field: FieldTraits = { kind: 'textarea', inputType: '', words: '', value: '' };

describe('isPixelField', () => {
  it.each([
    'Third party impression tracker 1 (optional)',
    'Third-Party Pixel URL',
    'impressionTrackingUrls',
    'Append HTML',
    'Event tag URL',
    'third-party-pixels',
  ])('yes: %s', (words) => expect(isPixelField({ ...field, words })).toBe(true));
  it.each([
    'Creative name',
    'Landing page URL',
    'Click tracking URL',
    'Search pixels',
    'Description',
    '',
  ])('no: %s', (words) => expect(isPixelField({ ...field, words })).toBe(false));
  it('yes, whatever it is called, when it holds a pixel already', () => {
    expect(isPixelField({ ...field, value: '<img src="https://ib.adnxs.com/imptr?id=1">' })).toBe(
      true,
    );
  });
  it.each(['number', 'password', 'date'])('never an input of type %s', (inputType) => {
    expect(isPixelField({ kind: 'input', inputType, words: 'pixel', value: '' })).toBe(false);
  });
});
