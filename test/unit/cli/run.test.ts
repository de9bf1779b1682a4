import { describe, expect, it } from 'vitest';

import { exitCodeOfRun } from '@/cli/verify/exit-code';
import { parseRun } from '@/cli/verify/output/baseline';
import { type ComparedRun, compareRuns } from '@/lib/core/verification/baseline';
import { junitOf } from '@/cli/verify/output/junit-of-run';
import { summaryOf } from '@/cli/verify/output/summary';

import { START } from '../core/verification/build';
import { FAILED, pixelOf, runOf, visited } from './runs';

const MACRO = pixelOf(532, '[CACHEBUSTER]');
const about = {
  startedAt: START,
  endedAt: START + 1000,
  browsers: ['local 1'],
  notReached: [],
  strays: 0,
};

describe('a run over pages', () => {
  it.each<[string, Parameters<typeof runOf>, 0 | 1 | 2, readonly (readonly string[])[]]>([
    ['no page and nothing expected', [[]], 0, []],
    ['all fired everywhere', [[[visited('a', pixelOf(531, 1))]], [531]], 0, [['pass']]],
    [
      'seen on one page and not on the other',
      [[[visited('a', pixelOf(531, 1))], [visited('b')]], [531]],
      2,
      [['pass'], ['not-seen']],
    ],
    [
      'a page expects its own alone',
      [[[visited('a', pixelOf(531, 1))], [visited('b', pixelOf(533, 2)), 533]], [531]],
      0,
      [['pass'], ['pass']],
    ],
    [
      'two pages have the same cachebuster',
      [[[visited('a', pixelOf(531, 123_456))], [visited('b', pixelOf(531, 123_456))]], [531]],
      1,
      [['pass'], ['warning']],
    ],
    ['nobody expected what is wrong', [[[visited('a', MACRO)]]], 2, [[]]],
    ['a page was not visited', [[[FAILED]]], 2, [[]]],
  ])('ends by the worst: %s', (_, [pages, ids], code, verdicts) => {
    const run = runOf(pages, ids);
    expect(exitCodeOfRun(run)).toBe(code);
    expect(run.pages.map((page) => page.verdicts.map(({ verdict }) => verdict))).toEqual(verdicts);
  });

  it('is told page by page, and what nobody knows is not judged', () => {
    const run = runOf([[visited('a', pixelOf(531, 1), MACRO)], [FAILED]], [531]);
    expect(summaryOf(run, about)).toMatchObject({
      answeredBy: 'sink',
      counts: { pages: 2, visited: 1, notVisited: 1, pass: 1, 'not-seen': 0 },
      sink: { arrived: 0, notTold: 0, notArrived: 2, strays: 0 },
      pages: [
        {
          url: 'https://news.example/a',
          state: 'visited',
          problem: null,
          expected: [{ trackerId: 531, name: 'Leaderboard', verdict: 'pass', fired: 1 }],
          unexpected: [532],
          notJudged: [],
        },
        {
          state: 'not-visited',
          problem: {
            code: 'page-failed',
            sentence: 'The page could not be loaded: net::ERR_NAME_NOT_RESOLVED',
          },
          expected: [],
          notJudged: [531],
        },
      ],
    });
  });

  it('is a test for each expected tracker on each page', () => {
    const xml = junitOf(
      runOf(
        [[visited('a', pixelOf(531, 1), MACRO)], [visited('b')], [FAILED], [visited('d'), 533]],
        [531],
      ),
    );
    const cases = [
      ...xml.matchAll(
        /<testcase classname="\S+\/(\w)" name="([^"]+)"(?:\/>|>\s*<(\w+) type="([^"]+))/g,
      ),
    ];
    expect(cases.map(([, ...parts]) => parts.filter(Boolean).join(' '))).toEqual([
      'a tracker 531 Leaderboard',
      'a tracker 532 failure cachebuster-macro',
      'b tracker 531 Leaderboard failure not-seen',
      'c tracker 531 Leaderboard error page-failed',
      'd tracker 533 failure not-seen',
    ]);
  });

  it('is a test of the visit where nothing is expected', () => {
    expect(junitOf(runOf([[visited('a')]]))).toContain('name="the visit"/>');
    expect(junitOf(runOf([[FAILED]]))).toContain('<error type="page-failed"');
  });
});

describe('a run and an earlier one', () => {
  const told = (...args: Parameters<typeof runOf>): ComparedRun => {
    const read = parseRun(JSON.stringify(summaryOf(runOf(...args), about)));
    if (!read) throw new Error('it cannot be read back');
    return read;
  };
  const good = told([[visited('a', pixelOf(531, 1))]], [531]);

  it.each<[string, ComparedRun, ComparedRun, readonly string[]]>([
    ['nothing has changed', good, good, []],
    ['another cachebuster is no change', good, told([[visited('a', pixelOf(531, 2))]], [531]), []],
    ['it is gone', good, told([[visited('a')]], [531]), ['531 pass → not-seen, worse']],
    ['it is back', told([[visited('a')]], [531]), good, ['531 not-seen → pass']],
    ['the page is away', good, told([[FAILED]], [531]), ['531 pass → not-judged, worse']],
    ['nobody expects it any more', good, told([[visited('a')]]), ['531 pass → null']],
    ['it is new and fine', told([[visited('a')]]), good, ['531 null → pass']],
    [
      'it is new and wrong',
      told([[visited('a')]]),
      told([[visited('a', MACRO)]], [532]),
      ['532 null → fail, worse, + cachebuster-macro'],
    ],
  ])('%s', (_, before, after, changes) => {
    const said = compareRuns(before, after).map((one) =>
      [
        `${one.trackerId} ${one.before} → ${one.after}`,
        ...(one.isWorse ? ['worse'] : []),
        ...one.newFindings.map((code) => `+ ${code}`),
      ].join(', '),
    );
    expect(said).toEqual(changes);
  });

  it.each(['', '{', '[]', '{}', '{"format":"piggyback-verification","version":1}'])(
    'is none: %s',
    (text) => expect(parseRun(text)).toBeNull(),
  );
});
