import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { isUsable } from '@/lib/core/base/finding';
import { checkText, repairText } from '@/lib/core/judge/check-text';
import { acceptsType, buildTag, DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';
import { TAG_TYPES } from '@/lib/core/tag/tag-spec';
import { renderTag } from '@/lib/core/tag/write/render-tag';

import { inConsole } from '../rules/places';
import { DAMAGES } from './damages';

const KINDS = AD_SERVERS.flatMap((server) =>
  TAG_TYPES.filter((type) => acceptsType(server, type)).map((type) => ({ server, type })),
);
const PATIENCE = 120_000;

/** A tag of any ad server of the catalogue in any form that it takes. */
const anyTag = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    id: fc.integer({ min: 1, max: 9_999_999 }),
    withConsent: fc.boolean(),
    ancost: fc.constantFrom('', '0.0025'),
    redir: fc.constantFrom('', 'https://px.example/a?b=1'),
  })
  .map(({ kind: { server, type }, id, ...rest }) => {
    const choices = { ...DEFAULT_CHOICES, type, ...rest };
    return {
      text: renderTag(buildTag({ id, name: 'Autumn' }, server, choices)),
      place: inConsole(server.id),
    };
  });

/** Without the white space beside tags, quotes and sections and in comments, which means nothing there. */
function tight(text: string): string {
  const withoutBreaks = (comment: string) => comment.replace(/\s/g, '');
  return text
    .trim()
    .replace(/<!--[\s\S]*?-->/g, withoutBreaks)
    .replace(/\s*(<!\[CDATA\[|[<>"]|\]\]>)\s*/g, '$1');
}

describe('a tag that was damaged', { timeout: PATIENCE }, () => {
  it.each(DAMAGES)('%s: it is given back whole, or left as it is', (_, damage) => {
    fc.assert(
      fc.property(anyTag, fc.double({ min: 0, max: 1, noNaN: true }), ({ text, place }, at) => {
        const whole = repairText(text, place);
        const damaged = damage(text, Math.floor(at * text.length));
        const repaired = repairText(damaged, place);
        const { findings, tags } = checkText(repaired, place);
        // Where a text that is neither reads as clean, a piece of the tag was taken for all of it.
        const isClean = tags.length > 0 && isUsable(findings);
        const isThird = ![whole, text, damaged].map(tight).includes(tight(repaired));
        if (isThird && isClean) expect({ damaged, repaired }).toEqual({ damaged, repaired: whole });
      }),
      { numRuns: 120 },
    );
  });
});
