// @vitest-environment happy-dom

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { barText } from '@/lib/core/base/bar-text';

import { runs } from '../../runs';

/** As Chromium does: one that is no XML is dropped. */
function shownBy(description: string): string {
  const read = new DOMParser().parseFromString(`<line>${description}</line>`, 'application/xml');
  if (read.querySelector('parsererror')) throw new Error(`no XML: ${description}`);
  expect(read.documentElement.childElementCount, 'no markup').toBe(0);
  return read.documentElement.textContent ?? '';
}

describe('a line of the address bar', () => {
  it.each([
    ['plain', 'Spring burst · 90011', 'Spring burst · 90011'],
    ['signs of XML', `<b>"A" & 'B'</b>`, `<b>"A" & 'B'</b>`],
    ['what is escaped already stays as it was typed', '&amp; &#x3c;', '&amp; &#x3c;'],
    ['an end of CDATA', ']]>', ']]>'],
    ['line breaks and tabs', 'a\r\n\tb', 'a b'],
    ['control characters', 'a\0\u001B\u009Fb\uFFFE', 'a b'],
    ['half of a pair', 'a\uD83Db', 'a\uFFFDb'],
    ['nothing', ' \n', ''],
  ])('%s', (_, text, shown) => {
    expect(shownBy(barText(text, true))).toBe(shown);
    expect(barText(text, false)).toBe(shown);
  });

  it('is XML with no markup, whatever a tracker is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(shownBy(barText(text, true))).toBe(barText(text, false));
      }),
      runs(2_000),
    );
  });

  it('is no longer than one is shown', () => {
    expect(barText('x'.repeat(10_000), true)).toHaveLength(300);
  });
});
