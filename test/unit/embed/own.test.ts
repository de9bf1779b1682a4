import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import * as own from '@/components/embed/own/check-text';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import * as core from '@/lib/core/tag/check-text';
import { renderTag } from '@/lib/core/tag/render-tag';

import { anySpec } from '../tag/arbitrary';

const anyPlace = fc.record({
  server: fc.option(fc.constantFrom(...AD_SERVERS)),
  field: fc.constantFrom('any' as const, 'url' as const),
  costIsPerImpression: fc.boolean(),
});

describe('what the element makes of its own tags', () => {
  it('is what the whole reader and all rules make of them', () => {
    fc.assert(
      fc.property(anySpec, anyPlace, (spec, at) => {
        const place = { ...at, servers: AD_SERVERS, expectedTrackerId: spec.trackerId };
        const text = renderTag(spec);
        const whole = core.checkText(text, place);
        const tags = whole.tags.map((tag) => ({ ...tag, spec: null, trackerName: null }));
        expect(own.checkText(text, place)).toEqual({ ...whole, tags });
        expect(own.isUsable(whole.findings)).toBe(core.isUsable(whole.findings));
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);
});
