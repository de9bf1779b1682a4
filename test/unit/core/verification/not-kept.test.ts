import { describe, expect, it } from 'vitest';

import { exportCsv } from '@/lib/core/verification/export-csv';
import { exportHar } from '@/lib/core/verification/export-har';
import { exportJson } from '@/lib/core/verification/export-json';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import { acceptedOf, differenceOf, runOf } from '@/lib/core/verification/since-baseline';
import { judgePage } from '@/lib/core/verification/unfired';
import { renderResults } from '@/lib/proof/render-results';
import { exportNotes, summaryNotes } from '@/lib/text/export/export-notes';
import { say, findingSentence } from '@/lib/text/findings';
import { verdictReason } from '@/lib/text/verification/verification';

import { known, pageView, request, START, tracker, verification } from './build';
import { pageLook } from './page';

const FULL = START + 30_000;
const pixel = (id: number, at: number, query = `cachebuster=${at}`) =>
  request(`https://ib.adnxs.com/imptr?id=${id}&t=2&${query}`, { startedAt: START + at });
const KNOWN = known(tracker(531), tracker(532), tracker(533), tracker(534));
/** The first is left before the recording is full, the second is there as it fills, the third comes after. */
const VIEWS = [pageView('a', START), pageView('b', START + 20_000), pageView('c', START + 60_000)];
const BAD = 'cachebuster=[CACHEBUSTER]';
const REQUESTS = [
  pixel(531, 1000),
  pixel(532, 1100, BAD),
  pixel(531, 21_000),
  pixel(532, 21_100, BAD),
  pixel(534, 21_200),
];
const recording = (changes: object = {}) => ({
  verification: verification({
    expectedIds: [531, 532, 533],
    notKept: { since: FULL, count: 12 },
    ...changes,
  }),
  pageViews: VIEWS,
  requests: REQUESTS,
});
const judged = (choice = 'latest', changes: object = {}) =>
  judgeRecording(recording(changes), KNOWN, choice);
const verdictsOf = (choice: string, changes: object = {}) =>
  judged(choice, changes).verdicts.map(({ verdict }) => verdict);

describe('of a recording that was full', () => {
  it.each([
    ['a page that was left before', 'a', ['pass', 'fail', 'not-seen']],
    ['the page that was there', 'b', ['not-known', 'fail', 'not-known']],
    ['a page that came after', 'c', ['not-known', 'not-known', 'not-known']],
    ['all pages', 'all', ['not-known', 'fail', 'not-known']],
  ])('%s is judged by what can be known', (_, choice, wanted) => {
    expect(verdictsOf(choice)).toEqual(wanted);
    const view = VIEWS.find(({ id }) => id === choice);
    if (view)
      expect(
        judged()
          .verdictsOn(view)
          .map(({ verdict }) => verdict),
      ).toEqual(wanted);
  });

  it('is judged as ever where it has room', () => {
    expect(verdictsOf('b', { notKept: undefined })).toEqual(['pass', 'fail', 'not-seen']);
    expect(verdictsOf('c', { notKept: undefined })).toEqual(['not-seen', 'not-seen', 'not-seen']);
  });

  it.each([
    ['b', 1, ['not-known', []]],
    ['a', 1, ['fail', ['fired-fewer']]],
    // On the first page that is sure.
    ['all', 1, ['fail', ['fired-fewer']]],
  ])('it fired too seldom is said of %s only where nothing is missing', (choice, _, wanted) => {
    const expectations = [{ trackerId: 531, times: 2 }];
    const [one] = judged(choice, { expectations }).verdicts;
    expect([one?.verdict, one?.findings.map(({ code }) => code)]).toEqual(wanted);
  });

  it('no page is known to be whole where none was viewed', () => {
    const { verdicts } = judgeRecording({ ...recording(), pageViews: [] }, KNOWN);
    // Twice without a page between is once too often, whatever came later.
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['fail', 'fail', 'not-known']);
  });

  it('a page to which the document moved counts as the next', () => {
    const moved = VIEWS.map((view) => ({ ...view, isMove: true }));
    const all = judgeRecording({ ...recording(), pageViews: moved }, KNOWN, 'a');
    expect(all.verdicts.map(({ verdict }) => verdict)).toEqual(['pass', 'fail', 'not-seen']);
  });

  it('a verdict says why it is not known', () => {
    const [kept, , none] = judged('b').verdicts;
    expect(kept && verdictReason(kept)).toBe(
      'Fired once. What came later is not kept: the recording was full.',
    );
    expect(none && verdictReason(none)).toBe(
      'It is not among what is kept; the recording was full before this page was left.',
    );
  });

  it('nothing is called gone, worse or not expected since its baseline that may be there', () => {
    const before = runOf(judged('all', { notKept: undefined }));
    const whole = differenceOf(
      before,
      runOf(judgeRecording({ ...recording(), requests: [] }, KNOWN)),
    );
    expect(whole.changes.map(({ url, kind }) => `${url.at(-1)} ${kind}`)).toEqual([
      'a gone',
      'a gone',
    ]);
    expect(differenceOf(before, runOf(judged('all'))).changes).toEqual([]);
  });

  it('nothing is accepted that is not known', () => {
    const pages = acceptedOf(judged('all'), START)?.pages ?? [];
    expect(pages.map(({ expected }) => expected.map(({ trackerId }) => trackerId))).toEqual([
      [531, 532, 533],
      [532],
      [],
    ]);
  });

  it('a page that is looked at is not said to be recorded whole', () => {
    const { verification: full, pageViews } = recording();
    const look = pageLook([]);
    expect(judgePage(look, [], full, pageViews).isAllRecorded).toBe(false);
    expect(judgePage(look, [], verification(), pageViews).isAllRecorded).toBe(true);
  });

  it('every export says so', () => {
    const all = judged('b');
    const sentence =
      'The recording was full: what began after 2026-11-24 10:00:30 UTC is not in here, at least 12 requests. Verdicts that depend on it say “Not known”.';
    const json = exportJson(all, say, START);
    expect(JSON.parse(json)).toMatchObject({
      notKept: { since: '2026-11-24T10:00:30.000Z', count: 12 },
      expected: [{ verdict: 'not-known' }, { verdict: 'fail' }, { verdict: 'not-known' }],
    });
    expect(exportNotes(all)).toContain(sentence);
    expect(summaryNotes(all)).toContain(sentence);
    const csv = exportCsv(all, findingSentence, exportNotes(all));
    expect(csv).toContain(sentence);
    expect(csv.match(/not-known/g)?.length).toBeGreaterThan(4);
    expect(JSON.parse(exportHar(all))).toMatchObject({
      log: {
        comment:
          'The recording was full: of what began after 2026-11-24T10:00:30.000Z nothing is in here, at least 12 requests.',
      },
    });
    const proof = renderResults(json);
    expect(proof).toContain(sentence);
    expect(proof).toContain('Not known');
  });
});
