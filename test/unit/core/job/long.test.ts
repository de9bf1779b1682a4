import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { AppError, ERROR_CODES, toFailure } from '@/lib/core/base/errors';
import type { JobEvent } from '@/lib/core/job/event';
import { after } from '@/lib/core/job/events';
import { isOpen, type Job, JobSchema, nextAct, plannedJob } from '@/lib/core/job/job';
import { isHeld, plannedLongJob } from '@/lib/core/job/long';
import { passesByItself, waitsFor } from '@/lib/core/job/waits';

const LOST = toFailure(new AppError('network'));
const START = {
  id: 'a',
  account: 'https://api.appnexus.com 2 1',
  subject: 'tracker-run',
  kind: 'tracker-run',
  fingerprint: 'run',
  plan: { runId: 'run' },
  startedAt: 1000,
};
const TOTAL = 4;
const longJob = (holdAt: number | null = null) => plannedLongJob(START, TOTAL, holdAt);
const told = (events: readonly JobEvent[], job = longJob()) =>
  events.reduce<Job>((now, event, at) => after(now, event, 2000 + at), job);

const sent = (step: number): JobEvent => ({ kind: 'sent', step });
const answered = (step: number): JobEvent => ({ kind: 'answered', step, result: null });
const left = (step: number): JobEvent => ({ kind: 'left', step });
const paused: JobEvent = { kind: 'paused', failure: null };
const resumed: JobEvent = { kind: 'resumed' };
const released: JobEvent = { kind: 'released' };
const cancelled: JobEvent = { kind: 'cancelled' };
const all = [0, 1, 2, 3].flatMap((step) => [sent(step), step % 2 ? left(step) : answered(step)]);

describe('the journal of a long job', () => {
  it.each<[string, readonly JobEvent[], number | null, Job['state'], number, string | null]>([
    ['nothing yet', [], null, 'going', 0, 'send 0'],
    ['a step is on its way', [sent(0)], null, 'going', 0, 'look 0'],
    ['it has ended', [sent(0), answered(0)], null, 'going', 1, 'send 1'],
    [
      'it has come to no good end, and the next goes out',
      [sent(0), left(0)],
      null,
      'going',
      1,
      'send 1',
    ],
    ['it was not even sent', [left(0)], null, 'going', 1, 'send 1'],
    ['all have ended', all, null, 'done', 4, null],
    [
      'it was lost and is not there',
      [sent(0), { kind: 'missing', step: 0 }],
      null,
      'going',
      0,
      'send 0',
    ],
    [
      'nobody can tell',
      [sent(0), { kind: 'unsure', step: 0, failure: LOST }],
      null,
      'paused',
      0,
      'look 0',
    ],
    ['it waits', [paused], null, 'paused', 0, 'send 0'],
    ['it goes on', [paused, resumed], null, 'going', 0, 'send 0'],
    ['it is held after the first', [sent(0), answered(0)], 1, 'paused', 1, 'send 1'],
    [
      'no word but one releases it',
      [sent(0), answered(0), resumed, sent(1)],
      1,
      'paused',
      1,
      'send 1',
    ],
    ['it is released', [sent(0), answered(0), released, sent(1)], 1, 'going', 1, 'look 1'],
    ['it is released before', [released, sent(0), answered(0)], 1, 'going', 1, 'send 1'],
    ['it is ended', [sent(0), answered(0), cancelled], null, 'cancelled', 1, 'send 1'],
    [
      'it is ended as it is held',
      [sent(0), answered(0), cancelled, released],
      1,
      'cancelled',
      1,
      'send 1',
    ],
    [
      'what was on its way then is true',
      [sent(0), cancelled, answered(0)],
      null,
      'cancelled',
      1,
      'send 1',
    ],
    [
      'nothing goes out any more',
      [cancelled, sent(0), resumed, sent(0)],
      null,
      'cancelled',
      0,
      'send 0',
    ],
    ['steps have their order', [sent(1), left(2)], null, 'going', 0, 'send 0'],
    ['a step is not sent twice', [sent(0), sent(0)], null, 'going', 0, 'look 0'],
    ['what never went out has no answer', [answered(0)], null, 'going', 0, 'send 0'],
    [
      'a person’s word outlasts its own wait',
      [{ kind: 'paused', failure: LOST }, paused],
      null,
      'paused',
      0,
      'send 0',
    ],
  ])('%s', (_, events, holdAt, state, ended, act) => {
    const job = told(events, longJob(holdAt));
    const next = nextAct(job);
    expect([job.state, job.long?.ended, next && `${next.kind} ${next.step}`]).toEqual([
      state,
      ended,
      act,
    ]);
  });

  it('of one that was ended, what is on its way is open', () => {
    expect(isOpen(told([sent(0), cancelled]))).toBe(true);
    expect(isOpen(told([sent(0), cancelled, { kind: 'missing', step: 0 }]))).toBe(false);
  });

  it('knows that it is held, and not why else it waits', () => {
    expect(isHeld(told([sent(0), answered(0)], longJob(1)))).toBe(true);
    expect(isHeld(told([paused], longJob(1)))).toBe(false);
    expect(isHeld(told([paused]))).toBe(false);
  });

  it('of nothing to do is done', () => {
    expect(plannedLongJob(START, 0, null)).toMatchObject({ state: 'done', steps: [] });
  });

  it('a job of few steps knows nothing of all this', () => {
    const job = plannedJob(START, 2);
    for (const event of [left(0), released]) expect(after(job, event, 9)).toBe(job);
  });
});

describe('whatever happens to a long job', () => {
  const step = fc.integer({ min: -1, max: TOTAL });
  const event: fc.Arbitrary<JobEvent> = fc.oneof(
    step.map(sent),
    step.map(answered),
    step.map(left),
    step.map((step) => ({ kind: 'missing' as const, step })),
    step.map((step) => ({ kind: 'unsure' as const, step, failure: LOST })),
    step.map((step) => ({ kind: 'refused' as const, step, failure: LOST })),
    fc.constantFrom(paused, resumed, released, cancelled),
  );
  const histories = fc.tuple(fc.constantFrom(null, 1, 2), fc.array(event, { maxLength: 60 }));
  const always = (holds: (before: Job, event: JobEvent, job: Job) => void) =>
    fc.assert(
      fc.property(histories, ([holdAt, events]) => {
        let job = longJob(holdAt);
        for (const one of events) {
          const before = job;
          job = after(job, one, 2000);
          holds(before, one, job);
        }
      }),
    );

  it('it is what the disk gives back, and its journal has one step at most', () =>
    always((_, __, job) => {
      expect(JobSchema.parse(structuredClone(job))).toEqual(job);
      expect(job.steps.length).toBeLessThanOrEqual(1);
      expect(job.state === 'done').toBe(job.long?.ended === TOTAL);
    }));

  it('steps end one after the other, and each once', () =>
    always((before, one, job) => {
      const [was, is] = [before.long?.ended ?? 0, job.long?.ended ?? 0];
      if (was === is) return;
      expect(is).toBe(was + 1);
      expect(one).toMatchObject({ step: was });
    }));

  it('nothing goes out but what is next, while it goes and is not held', () =>
    always((before, one, job) => {
      if (one.kind !== 'sent' || job === before) return;
      expect(before).toMatchObject({ state: 'going', steps: [{ state: 'planned' }] });
      expect(one.step).toBe(before.long?.ended);
      expect(before.long?.holdAt).not.toBe(one.step);
    }));

  it('one that was ended goes on never more', () =>
    always((before, _, job) => {
      if (before.state === 'cancelled') expect(['cancelled', 'done']).toContain(job.state);
    }));
});

describe('what comes in the way of a step', () => {
  it('has all of them wait where the next would meet it, too', () => {
    expect(ERROR_CODES.filter(waitsFor)).toEqual([
      'account-disabled',
      'password-expired',
      'session-expired',
      'not-permitted',
      'trackers-not-enabled',
      'limit-reached',
      'rate-limited',
      'service-down',
      'network',
      'address-changed',
    ]);
  });

  it('and of that, what passes by itself', () => {
    const passing = ERROR_CODES.filter(passesByItself);
    expect(passing).toEqual([
      'session-expired',
      'rate-limited',
      'service-down',
      'network',
      'address-changed',
    ]);
    expect(passing.every(waitsFor)).toBe(true);
  });
});
