import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CountedPart } from '@/lib/core/report/proof/counted-part';
import { checkProof } from '@/lib/proof/check-proof';
import { manifestOf, proofHtml, writeProof } from '@/lib/proof/proof-file';
import { renderResults } from '@/lib/proof/render-results';

import { partsOf } from './sample';

const COUNTED: CountedPart = {
  format: 'piggyback-counted',
  version: 1,
  reports: [
    {
      id: 'r1',
      type: 'network_analytics',
      first: '2026-11-24',
      last: '2026-11-27',
      timeZone: 'America/New_York',
      askedAt: '2026-11-28T08:00:00.000Z',
      madeAt: null,
      closedUntil: '2026-11-28T05:00:00.000Z',
      unread: 2,
    },
  ],
  counted: [
    {
      trackers: [{ id: 531, name: 'Leaderboard' }],
      timeZone: 'America/New_York',
      monetize: { first: '2026-11-24', counts: [1500, 1400, null, 0] },
      seen: [{ day: '2026-11-24', times: 3 }],
      adServer: {
        name: 'Campaign Manager 360',
        fileName: 'november.csv',
        timeZone: null,
        days: { first: '2026-11-24', counts: [1600, 1000, 900] },
      },
      why: {
        first: '2026-11-20',
        last: '2026-11-27',
        text: 'In part: one bad day. For the rest no cause was found.',
        causes: [
          { cause: 'One bad day', standing: 'Explains a part', text: 'On 2026-11-25 alone.' },
        ],
      },
    },
    {
      trackers: [
        { id: 532, name: null },
        { id: 533, name: 'Skyscraper' },
      ],
      timeZone: 'America/New_York',
      monetize: { first: '2026-11-24', counts: [7] },
      seen: [],
      adServer: null,
      why: null,
    },
  ],
  notCounted: [{ id: 777, name: null, why: 'no-report' }],
};
const parts = (counted: unknown = COUNTED) => ({ ...partsOf(), counted: JSON.stringify(counted) });
const { html, digest } = await writeProof(parts());
const check = async (file: string, given: string | null = null) => {
  const { state, problems } = await checkProof(new TextEncoder().encode(file), given);
  return [state, ...problems].join(' ');
};
const seenOf = (file: string) => file.split('<pre hidden')[0] ?? '';

describe('what reports counted, in a proof', () => {
  it('is seen beside what was recorded, with its zone, how fresh it is and what is not known', () => {
    for (const words of [
      'Counted by Monetize',
      'Leaderboard (531)',
      'Counted: 2,900 (1 day not known).',
      'Time zone: America/New_York.',
      'Recorded here: fired 3 times, 24 Nov 2026.',
      'Ad server: Campaign Manager 360, file november.csv, time zone not known.',
      // Over the two days that both know: 2,900 of 2,600.
      'Difference over the days that both know: −300, −11.5 %',
      'Why, over 20 to 27 Nov 2026:',
      'In part: one bad day.',
      'Explains a part',
      'Reports do not tell these apart: what was counted is of one of these.',
      'It was not compared with an ad server’s report.',
      'Recorded here: not seen firing.',
      '777: no kept report has its days.',
      '2 rows could not be read and are left out',
      'Not told; asked for 2026-11-28 08:00:00 UTC',
      '2026-11-28 05:00:00 UTC',
    ]) {
      expect(seenOf(html)).toContain(words);
    }
    expect(seenOf(html)).toContain(
      '<tr><td>2026-11-26</td><td></td><td>not known</td><td>900</td><td>not known</td><td>not known</td></tr>',
    );
    expect(seenOf(html)).toContain(
      '<tr><td>2026-11-24</td><td>3</td><td>1,500</td><td>1,600</td><td>100</td><td>6.3 %</td></tr>',
    );
  });

  it('has a picture for each, still and without a script, whose gaps are days that are not known', () => {
    const pictures = seenOf(html).match(/<svg[^]*?<\/svg>/g) ?? [];
    expect(pictures).toHaveLength(2);
    expect(pictures[0]).toContain('aria-label="Counts of Leaderboard (531) by day;');
    // Of the third day and the fourth one side is not known.
    expect(pictures[0]?.match(/class="bar (?:more|less)"/g)).toEqual([
      'class="bar more"',
      'class="bar less"',
    ]);
    expect(html).not.toMatch(/<script|\son\w+=|javascript:|<use|<foreignObject|NaN|Infinity/i);
  });

  it('says that nothing of it is known where no report is in the proof', async () => {
    const { html: without } = await writeProof(partsOf());
    expect(seenOf(without)).toContain('Whether this was counted is not told');
    expect(without).not.toContain('data-part="counted"');
    expect(await check(without)).toBe('undamaged');
  });

  it('is unchanged with the digest of its export', async () => {
    expect(await check(html)).toBe('undamaged');
    expect(await check(html, digest)).toBe('unchanged');
    expect(html).toContain('&quot;counted&quot;:&quot;');
  });

  const at = html.indexOf('<pre hidden data-part="counted">');
  const end = html.indexOf('</pre>', at) + '</pre>\n'.length;
  it.each<[string, (file: string) => string, string]>([
    ['a count that is seen', (it) => it.replace('<td>1,500<', '<td>1,600<'), 'changed visible'],
    ['the picture', (it) => it.replace('class="bar more"', 'class="bar less"'), 'changed visible'],
    ['the counts beneath', (it) => it.replace('[1500,', '[1600,'), 'changed counted visible'],
    ['the part taken out', (it) => it.slice(0, at) + it.slice(end), 'changed counted visible'],
    ['the part twice', (it) => it.slice(0, end) + it.slice(at), 'changed counted visible'],
    [
      'the part emptied',
      (it) => `${it.slice(0, at)}<pre hidden data-part="counted"></pre>\n${it.slice(end)}`,
      'changed counted visible',
    ],
    [
      'its digest taken out of the manifest',
      (it) => it.replace(/&quot;counted&quot;:&quot;[0-9a-f]{64}&quot;,/, ''),
      'changed counted',
    ],
    [
      'the part before the others',
      (it) =>
        it.replace(it.slice(at, end), '').replace('<pre hidden', `${it.slice(at, end)}<pre hidden`),
      'changed file',
    ],
  ])('tells that it was changed: %s', async (_, change, said) => {
    const changed = change(html);
    expect(changed).not.toBe(html);
    expect(await check(changed)).toBe(said);
  });

  it('put into a proof that had none is told', async () => {
    const { html: without, digest: given } = await writeProof(partsOf());
    const put = without.replace(
      '<pre hidden data-manifest>',
      `${html.slice(at, end)}<pre hidden data-manifest>`,
    );
    expect(await check(put)).toBe('changed counted visible');
    // Who makes all of it anew agrees with himself, and not with the digest.
    const visible = renderResults(partsOf().results, [], parts().counted) ?? '';
    const forged = proofHtml(visible, parts(), await manifestOf(visible, parts()));
    expect(await check(forged)).toBe('undamaged');
    expect(await check(forged, given)).toBe('changed digest');
  });

  it.each<[string, unknown]>([
    ['nothing', {}],
    ['another format', { ...COUNTED, format: 'piggyback-results' }],
    ['a day that there is not', withDays({ first: '2026-02-30', counts: [1] })],
    ['a day beyond the calendar', withDays({ first: '2026-99-99', counts: [1] })],
    ['more days than are shown', withDays({ first: '2026-11-24', counts: Array(32).fill(1) })],
    ['no day', withDays({ first: '2026-11-24', counts: [] })],
    ['a count that is a text', withDays({ first: '2026-11-24', counts: ['<b>'] })],
    ['of nobody', { ...COUNTED, counted: [{ ...COUNTED.counted[0], trackers: [] }] }],
  ])('is not made of %s', async (_, counted) => {
    await expect(writeProof(parts(counted))).rejects.toThrow('no results');
  });

  it.each([
    ['</pre><script>alert(1)</script>'],
    ['" onload="alert(1)'],
    ['\u202Eevil\u2066'],
    ['</svg><img src=x>'],
    ['a\u0000b'],
  ])('is whole and harmless whatever a name, a file or a zone says: %j', async (text) => {
    const [one, other] = COUNTED.counted;
    const odd = {
      ...COUNTED,
      reports: COUNTED.reports.map((report) => ({ ...report, timeZone: text, id: text })),
      counted: [
        {
          ...one,
          trackers: [{ id: 531, name: text }],
          timeZone: text,
          adServer: { name: text, fileName: text, timeZone: text, days: one?.monetize },
          why: { ...one?.why, text, causes: [{ cause: text, standing: text, text }] },
        },
        other,
      ],
      notCounted: [{ id: 777, name: text, why: 'no-row' }],
    };
    const file = await writeProof(parts(odd));
    expect(await check(file.html, file.digest)).toBe('unchanged');
    expect(seenOf(file.html)).not.toMatch(/<script|<img|[\u202E\u2066]/);
    expect(seenOf(file.html)).not.toContain('\u0000');
    for (const tag of seenOf(file.html).match(/<[a-z][^>]*>/g) ?? []) {
      expect(tag.replace(/"[^"]*"/g, '')).not.toContain('onload');
    }
  });

  it('can be made of any counts', async () => {
    const count = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }));
    const series = fc.record({
      first: fc.constantFrom('0001-01-01', '2026-11-24', '9999-12-31'),
      counts: fc.array(count, { minLength: 1, maxLength: 31 }),
    });
    await fc.assert(
      fc.asyncProperty(series, fc.option(series), async (monetize, days) => {
        const [one] = COUNTED.counted;
        const adServer = days && { name: null, fileName: 'a', timeZone: null, days };
        const file = await writeProof(
          parts({ ...COUNTED, counted: [{ ...one, monetize, adServer }] }),
        );
        expect(seenOf(file.html)).not.toMatch(/NaN|Infinity/);
        expect(await check(file.html, file.digest)).toBe('unchanged');
      }),
      { numRuns: 40 },
    );
  });
});

function withDays(monetize: unknown) {
  return { ...COUNTED, counted: [{ ...COUNTED.counted[0], monetize }] };
}
