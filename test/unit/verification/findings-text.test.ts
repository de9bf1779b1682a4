import { describe, expect, it } from 'vitest';

import { type Finding, FINDING_CODES } from '@/lib/core/rules/request/finding';
import { findingSentence, findingText } from '@/lib/text/findings';

describe('words of findings', () => {
  it.each(FINDING_CODES)('%s has a sentence, a why and a next step', (code) => {
    const { sentence, why, next } = findingText({ code, severity: 'error', values: {} });
    for (const text of [sentence, why, next]) {
      expect(text).toMatch(/[.:]$/);
      expect(text).not.toMatch(/undefined|null|\[object/);
    }
  });

  const macro = (servers: string): Finding => ({
    code: 'cachebuster-macro',
    severity: 'error',
    values: { parameter: 'cachebuster', macro: '[X]', servers },
  });
  it.each([
    ['', '[X] looks like a macro and was not replaced.'],
    ['The Trade Desk', '[X] is a macro of The Trade Desk and was not replaced.'],
    ['A, B, C', '[X] is a macro of A, B or C and was not replaced.'],
  ])('names the ad servers: "%s"', (servers, sentence) => {
    expect(findingSentence(macro(servers))).toContain(sentence);
  });
});
