import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { acceptsType, buildTag, DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';
import { checkText, repairText } from '@/lib/core/judge/check-text';
import { isUsable } from '@/lib/core/base/finding';
import type { TagPlace } from '@/lib/core/rules/rule';
import { TAG_TYPES } from '@/lib/core/tag/tag-spec';
import { sayOfChoices } from '@/lib/text/tags/choice-findings';
import { writeTag } from '@/lib/core/judge/write-tag';

import { RUNS } from '../../runs';
import { anySpec, anyText } from '../tag/arbitrary';
import { NASTY_PIECES, nastyTexts } from '../tag/nasty-pieces';
import { ANYWHERE } from './places';

const anyPlace: fc.Arbitrary<TagPlace> = fc.record({
  servers: fc.constant(AD_SERVERS),
  server: fc.option(fc.constantFrom(...AD_SERVERS)),
  field: fc.constantFrom('any' as const, 'url' as const),
  expectedTrackerId: fc.constant(null),
  costIsPerImpression: fc.boolean(),
});

// Ten thousand cases take their time on a busy machine.
const PATIENCE = 60_000;

describe('a tag that leaves', { timeout: PATIENCE }, () => {
  it('has nothing in it that the rules reject', () => {
    fc.assert(
      fc.property(anySpec, anyPlace, (spec, place) => {
        const written = writeTag(spec, place);
        const read = checkText(written.text, place);
        expect(written.findings).toEqual(read.findings);
        expect(written.usable).toBe(isUsable(read.findings));
        expect(sayOfChoices(written.findings)).toHaveLength(written.findings.length);
      }),
      RUNS,
    );
  });
  it('is never held back without a reason: plain choices always make a usable tag', () => {
    const servers = AD_SERVERS.filter(({ cachebuster }) => cachebuster !== null);
    fc.assert(
      fc.property(
        fc.constantFrom(...servers),
        fc.constantFrom(...TAG_TYPES),
        fc.nat(),
        fc.string({ maxLength: 60 }),
        fc.boolean(),
        (server, type, id, name, withConsent) => {
          const place = { ...ANYWHERE, server };
          const spec = buildTag({ id, name }, server, { ...DEFAULT_CHOICES, type, withConsent });
          const { findings } = writeTag(spec, place);
          const wrong = findings.filter(({ severity }) => severity === 'error');
          const takesIt = acceptsType(server, type);
          expect(wrong.map(({ code }) => code)).toEqual(
            takesIt && !(type === 'amp' && server.accepts.join() === 'url')
              ? []
              : [expect.stringMatching(/html-in-url-field|type-not-accepted/)],
          );
        },
      ),
      RUNS,
    );
  });
});

describe('repair', { timeout: PATIENCE }, () => {
  it('never makes a tag worse, and has nothing to add the second time', () => {
    fc.assert(
      fc.property(anyText, anyPlace, (text, place) => {
        const before = checkText(text, place);
        const repaired = repairText(text, place);
        const after = checkText(repaired, place);
        const errors = (checked: typeof before) =>
          checked.findings.filter(({ severity }) => severity === 'error').length;
        expect(errors(after)).toBeLessThanOrEqual(errors(before));
        // A tag may gain an id that was hidden behind a second `?`; it never loses or changes one.
        expect(after.tags).toHaveLength(before.tags.length);
        for (const [index, { spec }] of before.tags.entries()) {
          if (spec) expect(after.tags[index]?.spec?.trackerId).toBe(spec.trackerId);
        }
        expect(repairText(repaired, place)).toBe(repaired);
      }),
      RUNS,
    );
  });
  it('leaves a good tag as it is', () => {
    fc.assert(
      fc.property(anySpec, anyPlace, (spec, place) => {
        const { text, findings } = writeTag(spec, place);
        if (findings.every(({ repair }) => repair === null)) {
          expect(repairText(text, place)).toBe(text);
        }
      }),
      RUNS,
    );
  });
});

// Each would take minutes if reading took longer than in line with the length; the test's own time
// limit is what fails then.
describe('a hundred kilobytes of anything can be read and repaired', () => {
  it.each(NASTY_PIECES)('%s', { timeout: PATIENCE }, (piece) => {
    for (const text of nastyTexts(piece, 100_000)) {
      const { findings, tags } = checkText(text, ANYWHERE);
      const repaired = checkText(repairText(text, ANYWHERE), ANYWHERE);
      expect(repaired.findings.length).toBeLessThanOrEqual(findings.length);
      expect(repaired.tags).toHaveLength(tags.length);
    }
  });
});
