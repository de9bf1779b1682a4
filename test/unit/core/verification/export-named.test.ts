import { describe, expect, it } from 'vitest';

import { exportCsv } from '@/lib/core/verification/export-csv';
import { exportJson } from '@/lib/core/verification/export-json';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import { ResultsSchema } from '@/lib/core/verification/results';
import type { Verification } from '@/lib/core/verification/verification';
import { renderResults } from '@/lib/proof/render-results';
import { findingSentence, say } from '@/lib/text/findings';

import { known, pageView, request, START, tracker, verification } from './build';

const FIRED = request('https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=482913');
const recorded = (changes: Partial<Verification> = {}) =>
  judgeRecording(
    {
      verification: verification({ expectedIds: [531, 532], ...changes }),
      pageViews: [pageView('a', START)],
      requests: [FIRED],
    },
    known(tracker(531), tracker(532)),
  );
const json = (changes?: Partial<Verification>): unknown =>
  JSON.parse(exportJson(recorded(changes), say, START + 60_000));
const NAMED = {
  name: '=1+1 <script>alert(1)</script> \u202Eevil 春',
  note: '<img src=x onerror=alert(1)>\n=HYPERLINK("https://evil.example")',
  notedRequests: [{ key: FIRED.key, note: '@by design' }],
  expectations: [{ trackerId: 531, times: 2 as const }],
};

describe('a verification with a name, in what leaves the browser', () => {
  it('has all of it in the JSON as it is, and the JSON can be read again', () => {
    expect(json(NAMED)).toMatchObject({
      version: 1,
      name: NAMED.name,
      note: NAMED.note,
      expected: [{ trackerId: 531, times: 2 }, { trackerId: 532 }],
      requests: [{ note: '@by design' }],
    });
    expect(ResultsSchema.parse(json(NAMED))).toMatchObject({ name: NAMED.name, note: NAMED.note });
  });

  it('is as it was where nobody named anything', () => {
    for (const key of ['name', 'note', 'repeats', 'stoppedAt', 'baseline']) {
      expect(json()).not.toHaveProperty(key);
    }
    expect(json()).not.toHaveProperty('expected.0.times');
    expect(json()).not.toHaveProperty('requests.0.note');
  });

  it('has no formula in the sheet, in no line of a note', () => {
    const text = exportCsv(recorded(NAMED), findingSentence);
    expect(text).toContain('evil 春');
    expect(text).toContain('by design');
    expect(text).not.toMatch(/(?:^|[;,\t\r\n])["\s]*[=+\-@＝＋－＠]/);
    const [head = '', first = ''] = text.split('\r\n');
    const columns = head.split(',');
    expect(first.split(',')[columns.indexOf('expected')]).toBe('2');
  });

  it('runs nothing in the proof and turns no order round', () => {
    const html = renderResults(JSON.stringify(json(NAMED))) ?? '';
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; \\u{202e}evil 春');
    expect(html).toContain('<p><bdi>&lt;img src=x onerror=alert(1)&gt;</bdi></p>');
    expect(html).toContain('<td>1, expected 2×</td>');
    expect(html).not.toMatch(/<script|<img|\u202E/);
  });

  it('says what has changed since the baseline, and that it was stopped', () => {
    const baseline = {
      verificationId: 'before',
      startedAt: START - 2000,
      acceptedAt: START - 1000,
      pages: [
        {
          url: 'https://news.example/a',
          expected: [{ trackerId: 532, verdict: 'pass' as const, findings: [] }],
          notJudged: [],
        },
        { url: 'https://news.example/b', expected: [], notJudged: [] },
      ],
    };
    const changes = { repeats: 'before', stoppedAt: START + 5000, baseline };
    expect(json(changes)).toMatchObject({
      repeats: 'before',
      stoppedAt: '2026-11-24T10:00:05.000Z',
      baseline: {
        recordingSince: '2026-11-24T09:59:58.000Z',
        acceptedAt: '2026-11-24T09:59:59.000Z',
        changes: [
          { trackerId: 532, before: 'pass', after: 'not-seen', kind: 'gone', isWorse: true },
          { trackerId: 531, before: null, after: 'pass', kind: 'new', isWorse: false },
        ],
        notVisited: ['https://news.example/b'],
      },
    });
    expect(ResultsSchema.safeParse(json(changes)).success).toBe(true);
  });
});
