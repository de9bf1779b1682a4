import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';

import { type TestCase, writeJunit } from '@/cli/verify/output/junit';

const parse = (xml: string) => new new Window().DOMParser().parseFromString(xml, 'application/xml');

const HOSTILE = [
  ['signs of XML', `<a b="c" d='e'>&amp;</a>`],
  ['the end of a CDATA section', ']]></failure><error/>'],
  ['what XML has no sign for', '\u0000\u0008\u000B\u001F\uFFFE\uFFFF'],
  ['half a letter', '\uD800 and \uDC00'],
  ['what turns the order', '\u202Eimptr'],
  ['lines', 'one\r\ntwo\u2028three'],
  ['a letter that takes two', '𝒳'],
] as const;

describe('JUnit', () => {
  it('has a suite for each page and a case for each tracker', () => {
    const xml = writeJunit('Impression trackers', [
      {
        name: 'https://news.example/?a=1&b=2',
        cases: [
          { name: 'tracker 531', wrong: null, notes: [] },
          {
            name: 'tracker 532',
            wrong: { kind: 'failure', code: 'not-seen', message: 'It did not fire.' },
            notes: [],
          },
          { name: 'tracker 533', wrong: null, notes: ['a warning', 'another'] },
        ],
      },
      {
        name: 'https://away.example/',
        cases: [
          {
            name: 'tracker 531',
            wrong: { kind: 'error', code: 'page-failed', message: 'No host.' },
            notes: [],
          },
        ],
      },
    ]);
    expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Impression trackers" tests="4" failures="1" errors="1">
  <testsuite name="https://news.example/?a=1&amp;b=2" tests="3" failures="1" errors="0">
    <testcase classname="https://news.example/?a=1&amp;b=2" name="tracker 531"/>
    <testcase classname="https://news.example/?a=1&amp;b=2" name="tracker 532">
      <failure type="not-seen" message="It did not fire.">It did not fire.</failure>
    </testcase>
    <testcase classname="https://news.example/?a=1&amp;b=2" name="tracker 533">
      <system-out>a warning
another</system-out>
    </testcase>
  </testsuite>
  <testsuite name="https://away.example/" tests="1" failures="0" errors="1">
    <testcase classname="https://away.example/" name="tracker 531">
      <error type="page-failed" message="No host.">No host.</error>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  it.each(HOSTILE)('stays well formed whatever it is given: %s', (_, text) => {
    const one: TestCase = {
      name: text,
      wrong: { kind: 'failure', code: text, message: text },
      notes: [text],
    };
    const xml = writeJunit(text, [{ name: text, cases: [one] }]);
    // XML 1.0, 2.2: tab, line feed, carriage return, and from the blank on all but surrogates and two more.
    expect(xml).toMatch(/^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u);
    const document = parse(xml);
    expect(document.querySelector('parsererror')).toBeNull();
    expect(document.querySelectorAll('*')).toHaveLength(5);
    const failure = document.querySelector('failure');
    expect(failure?.getAttribute('message')).toBe(failure?.textContent);
  });
});
