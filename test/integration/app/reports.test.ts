import { beforeEach, describe, expect, it } from 'vitest';

import { REPORT_TYPES } from '@/lib/core/report/report-type';

import type { ReportOptionsInput } from '../../sandbox/api/report/options.ts';
import { ask, ended, fire, question, sumOf } from './support/reports';
import { type World, world } from './support/world';

const PIXEL = 90_011;
let here: World;
beforeEach(async () => {
  here = await world();
  await fire(here.sandbox, PIXEL, 3);
});

const behave = (options: ReportOptionsInput) => here.sandbox.setReports(options);
const orders = () => here.wire.sentTo('POST', '/report');
const codeOf = async (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => Object(error).code,
  );
const isStatus = ({
  method,
  path,
  query,
}: {
  method: string;
  path: string;
  query: URLSearchParams;
}) => method === 'GET' && path === '/report' && query.has('id');

describe('a report', () => {
  it('says what was fired, and how it was made; it is there at once the next time', async () => {
    const id = await ask(here.background);
    const report = await ended(here.background, id);
    expect(report).toMatchObject({
      id,
      type: 'network_analytics',
      span: { first: '2026-11-20', last: '2026-11-20' },
      publisherId: null,
      madeAt: Date.parse('2026-11-20T10:00:00Z'),
      closedUntil: Date.parse('2026-11-20T09:00:00Z'),
      rows: 1,
      unread: 0,
    });
    expect(sumOf(report)).toBe(3);
    expect(here.background.notices).toContainEqual({
      kind: 'changed',
      change: { what: 'reports', ids: [id] },
    });
    const steps = here.background.notices.flatMap((one) =>
      one.kind === 'report-progress' ? `${one.step} ${one.rows}` : [],
    );
    expect(steps).toEqual(['asked 0', 'waiting 0', 'reading 0', 'reading 1']);
    const { kept, running } = await here.restarted().page('reports.list', null);
    expect([kept.map((one) => [one.id, one.tuples]), running]).toEqual([[[id, 1]], []]);
  });

  it.each<[string, ReportOptionsInput]>([
    ['pending for a while', { pendingPolls: 6 }],
    ['sent as HTML', { csvType: 'text/html' }],
    ['told in numbers', { numbers: 'numbers' }],
    ['downloaded by another id', { otherId: true }],
    ['with its status inside', { statusIn: 'report' }],
    ['with its status twice', { statusIn: 'both' }],
  ])('%s', async (_, options) => {
    behave(options);
    expect(sumOf(await ended(here.background, await ask(here.background)))).toBe(3);
  });

  it('that is there already is taken up; how fresh it is, is not known', async () => {
    behave({ existing: true });
    await ended(here.background, await ask(here.background));
    const again = await ended(here.background, await ask(here.background));
    expect([sumOf(again), again.closedUntil]).toEqual([3, null]);
    // It stands in the place of the one before.
    expect((await here.background.page('reports.list', null)).kept).toHaveLength(1);
  });

  it('of one tracker, one line item, one publisher', async () => {
    const tracker = await here.background.page('trackers.open', { id: PIXEL });
    const of = [
      { kind: 'tracker', id: PIXEL },
      { kind: 'line-item', id: tracker.lineItem?.id ?? 0 },
      { kind: 'publisher', id: tracker.publisher?.id ?? 0 },
    ] as const;
    for (const about of of) {
      const report = await ended(here.background, await ask(here.background, question({ about })));
      expect([about.kind, sumOf(report)]).toEqual([about.kind, 3]);
      expect(report.publisherId).toBe(about.kind === 'publisher' ? about.id : null);
    }
  });

  it('by the hour, on the clock that was asked for', async () => {
    const asked = question({ by: 'hour', timeZone: 'America/New_York' });
    const { counted } = await ended(here.background, await ask(here.background, asked));
    const [{ impressions } = { impressions: null }] = counted;
    expect([impressions?.first, impressions?.counts[5]]).toEqual(['2026-11-20 00', 3]);
  });

  it('is asked for nobody else than whose data is shown', async () => {
    const answer = here.background.page('reports.ask', { question: question(), account: 'other' });
    expect(await codeOf(answer)).toBe('account-changed');
    expect(orders()).toEqual([]);
  });

  it('does not know the hours that the service has not counted', async () => {
    behave({ lagHours: 11 });
    here.sandbox.setDelivery({ trackers: [PIXEL] });
    const span = { first: '2026-11-18', last: '2026-11-19' };
    const asked = question({ when: { kind: 'custom', span }, by: 'hour' });
    const report = await ended(here.background, await ask(here.background, asked));
    expect(report.closedUntil).toBe(Date.parse('2026-11-19T22:00:00Z'));
    const counts = report.counted.flatMap(({ impressions }) => impressions.counts);
    expect([counts.length, counts.indexOf(null), sumOf(report) > 100]).toEqual([48, 47, true]);
  });

  it('is not asked where it cannot be answered', async () => {
    const about = { kind: 'tracker', id: 1 } as const;
    const answer = here.background.page('reports.ask', { question: question({ about }) });
    expect(await answer).toEqual({ kind: 'no-plan', why: { kind: 'tracker-unknown' } });
    expect(orders()).toEqual([]);
  });

  it('is asked of what the service offers; that is asked once', async () => {
    const metas = await here.background.page('reports.metas', null);
    expect(metas.map(({ type }) => type)).toEqual(REPORT_TYPES);
    const before = here.wire.sent.length;
    await here.background.page('reports.plan', { question: question() });
    expect(here.wire.sent.length).toBe(before);
  });

  it('is forgotten when a person says so', async () => {
    const id = await ask(here.background);
    await ended(here.background, id);
    await here.background.page('reports.delete', { id });
    expect(await here.background.page('reports.get', { id })).toBeNull();
  });
});

describe('a report that comes to no good end', () => {
  it.each<[string, ReportOptionsInput, string]>([
    ['the service says so by a status', { fails: 'execution-status' }, 'report-failed'],
    ['the service says so by an error', { fails: 'envelope' }, 'report-failed'],
    ['it takes too long', { pendingPolls: 1000 }, 'report-late'],
    ['its file is not there', { fails: 'download' }, 'service-down'],
    ['its file breaks off each time', { cutAt: 10 }, 'network'],
  ])('%s', async (_, options, code) => {
    behave(options);
    const id = await ask(here.background);
    expect(await codeOf(ended(here.background, id))).toBe(code);
    const { running } = await here.background.page('reports.list', null);
    expect(running).toMatchObject([{ id, failure: { code } }]);
    await here.background.page('reports.cancel', { id });
    expect((await here.background.page('reports.list', null)).running).toEqual([]);
    behave({});
    expect(sumOf(await ended(here.background, await ask(here.background)))).toBe(3);
  });
});

describe('while a report is under way', () => {
  it('the same question is asked once', async () => {
    behave({ pendingPolls: 3 });
    const [one, other] = await Promise.all([ask(here.background), ask(here.background)]);
    expect(one).toBe(other);
    await ended(here.background, one);
    expect(orders()).toHaveLength(1);
  });

  it('no more are asked than the service makes at a time', async () => {
    behave({ pendingLimit: 100 });
    here.wire.put((sent, goOn) => (isStatus(sent) ? new Promise(() => {}) : goOn()));
    const dayOf = (day: number) => ({ first: `2026-11-0${day}`, last: `2026-11-0${day}` });
    const asked = (day: number) =>
      ask(here.background, question({ when: { kind: 'custom', span: dayOf(day) } }));
    for (const day of [1, 2, 3, 4, 5]) await here.clock.during(() => asked(day));
    expect(await codeOf(here.clock.during(() => asked(6)))).toBe('reports-pending');
  });

  it('the service may say so before', async () => {
    behave({ pendingLimit: 1, pendingPolls: 1000 });
    await ask(here.background);
    const other = question({ by: 'hour' });
    const id = await ask(here.background, other);
    expect(await codeOf(ended(here.background, id))).toBe('reports-pending');
  });

  it('it can be ended at once; asked for again, what the service has is taken', async () => {
    behave({ pendingPolls: 1 });
    let isEnded = false;
    here.wire.put(async (sent, goOn) => {
      if (isStatus(sent) && !isEnded) {
        isEnded = true;
        const [one] = (await here.background.page('reports.list', null)).running;
        await here.background.page('reports.cancel', { id: one?.id ?? '' });
      }
      return goOn();
    });
    await ask(here.background);
    await expect.poll(() => isEnded).toBe(true);
    await expect
      .poll(() => here.background.page('reports.list', null), { interval: 5 })
      .toEqual({ running: [], kept: [] });
    expect(sumOf(await ended(here.background, await ask(here.background)))).toBe(3);
    expect(orders()).toHaveLength(1);
  });

  it('a session that ends is said; after the next sign-in it is asked on after', async () => {
    here.sandbox.setFault({ kind: 'expired', path: '/report-download', times: 1 });
    const id = await ask(here.background);
    expect(await codeOf(ended(here.background, id))).toBe('session-expired');
    await here.background.page('session.signIn', here.typed('trafficker'));
    expect(sumOf(await ended(here.background, await ask(here.background)))).toBe(3);
    expect(orders()).toHaveLength(1);
  });

  it.each(['/report', '/report-download'])(
    'a wait that the service wants at %s is kept',
    async (path) => {
      const id = await ask(here.background);
      here.sandbox.setFault({ kind: '429', path, retryAfter: 5, times: 1 });
      expect(sumOf(await ended(here.background, id))).toBe(3);
    },
  );

  it('a download that breaks off is begun anew, and nothing is counted twice', async () => {
    let tries = 0;
    here.wire.put(async (sent, goOn) => {
      const answer = await goOn();
      if (sent.path !== '/report-download' || (tries += 1) > 1) return answer;
      const text = await answer.text();
      const cut = new ReadableStream({
        pull(controller) {
          controller.enqueue(new TextEncoder().encode(text));
          controller.error(new TypeError('network error'));
        },
      });
      return new Response(cut, { status: 200 });
    });
    expect(sumOf(await ended(here.background, await ask(here.background)))).toBe(3);
    expect(tries).toBe(2);
  });
});
