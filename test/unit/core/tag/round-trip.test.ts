import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readTags } from '@/lib/core/tag/read/read-tags';
import { renderTag } from '@/lib/core/tag/write/render-tag';
import { readingOf } from '@/lib/core/tag/written';
import { canonicalSpec } from '@/lib/core/tag/tag-spec';

import { RUNS } from '../../runs';
import { anySpec, anyText } from './arbitrary';

// Ten thousand cases take their time on a busy machine.
const PATIENCE = 60_000;

describe('a tag that was written', { timeout: PATIENCE }, () => {
  it('is read back as what it was made from', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const text = renderTag(spec);
        const { tags } = readTags(text);
        expect(tags.map((tag) => tag.spec)).toEqual([canonicalSpec(spec)]);
        // Of a native ad's JSON only the URL is the tag; the rest may hold other trackers.
        const whole = spec.type === 'native' ? text.slice(17, -3) : text;
        expect(tags.map(({ start, end }) => text.slice(start, end))).toEqual([whole]);
      }),
      RUNS,
    );
  });
  it('is described as it would be read', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        expect(readingOf(spec)).toEqual(readTags(renderTag(spec)));
      }),
      RUNS,
    );
  });
  it('is the same once more', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const once = canonicalSpec(spec);
        expect(canonicalSpec(once)).toEqual(once);
        expect(renderTag(once)).toBe(renderTag(spec));
      }),
      RUNS,
    );
  });
});

describe('any text', { timeout: PATIENCE }, () => {
  it('can be read, and every range lies within it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readTags(text);
        const ranges = [
          ...reading.tags.flatMap((tag) => [tag, tag.element, tag.urlRange]),
          ...reading.comments,
          ...reading.others,
          ...reading.clickTrackers,
        ];
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      RUNS,
    );
  });
});
