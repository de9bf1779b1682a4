import { describe, expect, it } from 'vitest';

import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import { type Checked, checkRequests, createChecking } from '@/lib/core/verification/checking';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import { type Unheard, unheardIn } from '@/lib/core/verification/unheard';

import { known, pageView, request, START, tracker, verification } from './build';

const url = (buster: number) => `https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=${buster}`;
const open = (at: number, buster = 1) =>
  request(url(buster), { startedAt: START + at, status: 0, outcome: 'pending' });
const time = (from: number, to = from) => ({ from: START + from, to: START + to });
const knows = known(tracker(531));
const A = pageView('a', START);
const said = ({ rows }: Checked) =>
  rows.map(({ request: { outcome }, findings }) => `${outcome} ${findings[0]?.code}`);

describe('what was under way as its recorder ended', () => {
  it.each<[string, readonly Unheard[], readonly number[], string]>([
    ['nobody ended', [], [], 'pending pending'],
    ['DevTools was closed and opened again', [time(100, 500)], [], 'aborted end-unheard'],
    ['one went on for another', [time(100)], [], 'aborted end-unheard'],
    ['it began after both', [time(10, 50)], [], 'pending pending'],
    ['it began after one of two', [time(10, 50), time(300, 400)], [], 'aborted end-unheard'],
    ['its page was left before', [time(300, 500)], [200], 'aborted aborted'],
    ['its page was left meanwhile, or it ended', [time(100, 500)], [300], 'aborted end-unheard'],
    ['its page was left afterwards', [time(100, 500)], [900], 'aborted end-unheard'],
    ['its page was left, and another was closed', [time(950, 990)], [200, 900], 'aborted aborted'],
  ])('%s: %#', (_, unheard, left, expected) => {
    const views = [A, ...left.map((at) => pageView(`v${at}`, START + at))];
    const checked = checkRequests([open(100)], views, knows, undefined, unheard);
    expect(said(checked)).toEqual([expected]);
  });

  it.each(['answered', 'network-error', 'blocked-by-page'] as const)(
    'and is known by now to be %s is that',
    (outcome) => {
      const told: PixelRequest = { ...open(100), outcome, status: 0, error: 'x' };
      const checked = checkRequests([told], [A], knows, undefined, [time(200, 500)]);
      expect(checked.rows[0]?.request.outcome).toBe(outcome);
    },
  );

  it('counts as fired at most once, and the tracker is no more than a warning', () => {
    const judged = judgeRecording(
      {
        verification: verification({ expectedIds: [531], gaps: [time(200, 300)] }),
        pageViews: [A],
        requests: [open(100)],
      },
      knows,
    );
    expect(judged.verdicts).toMatchObject([{ verdict: 'warning', fired: 1 }]);
  });

  it.each<[string, Parameters<typeof unheardIn>[0], readonly Unheard[]]>([
    ['nothing', {}, []],
    ['gaps', { gaps: [time(1, 2), time(3, 4)] }, [time(1, 2), time(3, 4)]],
    ['one that goes on, too', { gaps: [time(5, 6)], goesOnAt: START + 3 }, [time(3), time(5, 6)]],
  ])('is known of a verification with %s', (_, one, expected) => {
    expect(unheardIn(one)).toEqual(expected);
  });
});

describe('a recording that grows says the same as one that is read at once', () => {
  const requests = [open(100, 1), open(250, 2), open(600, 3)];
  const views = [A, pageView('b', START + 180), pageView('c', START + 700)];
  const unheard = [time(200, 500)];

  it.each([
    ['the time is heard of last', ['requests', 'views', 'unheard']],
    ['the page views are', ['unheard', 'requests', 'views']],
    ['the requests are', ['views', 'unheard', 'requests']],
  ])('%s', (_, order) => {
    const checking = createChecking();
    checking.know(knows);
    for (const step of order) {
      if (step === 'views') {
        checking.view(views.slice(2));
        checking.view([A, ...views.slice(2)]);
        checking.view(views);
      } else if (step === 'unheard') checking.unheard(unheard);
      else for (const one of requests) checking.change({ added: [one], gone: [] });
    }
    const atOnce = checkRequests(requests, views, knows, undefined, unheard);
    expect(checking.checked().rows).toEqual(atOnce.rows);
    expect(said(atOnce)).toEqual(['aborted aborted', 'aborted end-unheard', 'aborted aborted']);
  });
});
