import { describe, expect, it } from 'vitest';

import type { Finding } from '@/lib/core/base/finding';
import { RULES } from '@/lib/core/rules';
import { ENTRIES } from '@/lib/core/rules/entry';
import { findingSentence, say } from '@/lib/text/findings';

const said = (code: string, values: Finding['values'] = {}): Finding => ({
  code,
  severity: 'error',
  place: null,
  values,
  repair: null,
});

describe('words of findings', () => {
  it.each(RULES.map(({ code }) => code))('%s has a sentence, a why and a next step', (code) => {
    const { sentence, next } = say(said(code));
    const why = ENTRIES.find((entry) => entry.code === code)?.why;
    for (const text of [sentence, why, next]) {
      expect(text).toMatch(/[.:?]$/);
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  it('have a code each', () => {
    const codes = RULES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('quote at most a few hundred characters', () => {
    expect(findingSentence(said('tracker-id-bad', { id: 'x'.repeat(10_000) })).length).toBeLessThan(
      500,
    );
  });

  it('say the code where no rule has it', () => {
    expect(findingSentence(said('of-tomorrow'))).toBe('of-tomorrow');
  });

  it.each([
    ['', '[X] looks like a macro and was not replaced.'],
    ['The Trade Desk', '[X] is a macro of The Trade Desk and was not replaced.'],
    ['A, B, C', '[X] is a macro of A, B or C and was not replaced.'],
  ])('names the ad servers: "%s"', (servers, sentence) => {
    const values = { parameter: 'cachebuster', macro: '[X]', servers };
    expect(findingSentence(said('cachebuster-macro', values))).toContain(sentence);
  });
});
