import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { AppError, ERROR_CODES, toFailure } from '@/lib/core/base/errors';
import type { JobEvent } from '@/lib/core/job/event';
import { after } from '@/lib/core/job/events';
import {
  isOpen,
  type Job,
  JobSchema,
  nextAct,
  plannedJob,
  resultsOf,
  type Step,
} from '@/lib/core/job/job';
import { mayBeDone } from '@/lib/core/job/lost';

const LOST = toFailure(new AppError('network'));
const jobOf = (steps = 1) =>
  plannedJob(
    {
      id: 'a',
      account: 'https://api.appnexus.com 2 1',
      subject: 'form:7:new',
      kind: 'tracker-create',
      fingerprint: '[]',
      plan: { advertiserId: 7 },
      startedAt: 1000,
    },
    steps,
  );
/** A job after these events, one each second from 2000 on. */
const told = (events: readonly JobEvent[], job = jobOf()) =>
  events.reduce<Job>((now, event, index) => after(now, event, 2000 + index * 1000), job);

const SENT = { kind: 'sent', step: 0 } as const;
const ANSWERED = { kind: 'answered', step: 0, result: 'made' } as const;
const MISSING = { kind: 'missing', step: 0 } as const;
const UNSURE = { kind: 'unsure', step: 0, failure: LOST } as const;
const REFUSED = { kind: 'refused', step: 0, failure: LOST } as const;

describe('the journal of a job', () => {
  it.each<[string, readonly JobEvent[], Job['state'], Step['state'], string | null]>([
    ['nothing yet', [], 'going', 'planned', 'send'],
    ['it went out', [SENT], 'going', 'sent', 'look'],
    ['it was answered', [SENT, ANSWERED], 'done', 'answered', null],
    ['it was found', [SENT, UNSURE, ANSWERED], 'done', 'answered', null],
    ['there is no telling', [SENT, UNSURE], 'paused', 'unsure', 'look'],
    ['it was looked for and is not there', [SENT, MISSING], 'going', 'planned', 'send'],
    ['it was refused', [SENT, REFUSED], 'failed', 'planned', 'send'],
    ['it was ended before it went out', [{ kind: 'cancelled' }], 'cancelled', 'planned', 'send'],
    ['it was ended on its way', [SENT, { kind: 'cancelled' }], 'cancelled', 'sent', 'look'],
    [
      'it was ended, and yet it was done',
      [SENT, { kind: 'cancelled' }, ANSWERED],
      'done',
      'answered',
      null,
    ],
    ['somebody has said to go on', [SENT, UNSURE, { kind: 'resumed' }], 'going', 'unsure', 'look'],
    ['it waits', [{ kind: 'paused', failure: null }], 'paused', 'planned', 'send'],
  ])('%s', (_, events, state, step, act) => {
    const job = told(events);
    expect([job.state, job.steps[0]?.state, nextAct(job)?.kind ?? null]).toEqual([
      state,
      step,
      act,
    ]);
  });

  it.each<[string, readonly JobEvent[], JobEvent]>([
    ['what is on its way is not sent again', [SENT], SENT],
    ['nor what is in doubt', [SENT, UNSURE, { kind: 'resumed' }], SENT],
    ['nor what is done', [SENT, ANSWERED], SENT],
    ['nor while it waits', [{ kind: 'paused', failure: null }], SENT],
    ['what never went out has no answer', [], ANSWERED],
    ['nor can it be looked for', [], MISSING],
    ['what is done cannot fail any more', [SENT, ANSWERED], REFUSED],
    ['nor be ended', [SENT, ANSWERED], { kind: 'cancelled' }],
    ['there is no such step', [SENT], { kind: 'answered', step: 1, result: null }],
    ['a step waits for the one before it', [], { kind: 'sent', step: 1 }],
  ])('%s', (_, events, event) => {
    const job = told(events, jobOf(event.kind === 'sent' && event.step === 1 ? 2 : 1));
    expect(after(job, event, 9000)).toBe(job);
  });

  it('tells when it went out to whoever looks for it, in doubt too', () => {
    expect(nextAct(told([SENT]))).toEqual({ kind: 'look', step: 0, sentAt: 2000 });
    expect(nextAct(told([SENT, UNSURE]))).toEqual({ kind: 'look', step: 0, sentAt: 2000 });
  });

  it.each<[string, readonly JobEvent[], boolean]>([
    ['going', [], true],
    ['paused', [SENT, UNSURE], true],
    ['ended on its way: it may have been done', [SENT, { kind: 'cancelled' }], true],
    ['ended before', [{ kind: 'cancelled' }], false],
    ['failed', [SENT, REFUSED], false],
    ['done', [SENT, ANSWERED], false],
  ])('is open: %s', (_, events, open) => {
    expect(isOpen(told(events))).toBe(open);
  });

  it('goes through its steps in order, and is done with the last', () => {
    const first = told([SENT, ANSWERED], jobOf(2));
    expect([first.state, nextAct(first)]).toEqual(['going', { kind: 'send', step: 1 }]);
    const events = [
      { kind: 'sent', step: 1 },
      { kind: 'answered', step: 1, result: 'too' },
    ] as const;
    expect(resultsOf(told(events, first))).toEqual(['made', 'too']);
  });
});

describe('whatever happens to a job', () => {
  const STEPS = 3;
  const step = fc.integer({ min: -1, max: STEPS });
  const failure = fc.constantFrom(LOST);
  const event: fc.Arbitrary<JobEvent> = fc.oneof(
    fc.record({ kind: fc.constant('sent' as const), step }),
    fc.record({ kind: fc.constant('answered' as const), step, result: fc.nat() }),
    fc.record({ kind: fc.constant('missing' as const), step }),
    fc.record({ kind: fc.constant('unsure' as const), step, failure }),
    fc.record({ kind: fc.constant('refused' as const), step, failure }),
    fc.record({ kind: fc.constant('paused' as const), failure: fc.constant(null) }),
    fc.record({ kind: fc.constant('resumed' as const) }),
    fc.record({ kind: fc.constant('cancelled' as const) }),
  );
  /** The job before and after each event. */
  const histories = fc.array(event, { maxLength: 40 }).map((events) => {
    let job = jobOf(STEPS);
    return events.map((one, index) => {
      const before = job;
      job = after(job, one, 2000 + index);
      return { before, event: one, job };
    });
  });
  const always = (holds: (history: { before: Job; event: JobEvent; job: Job }) => void) =>
    fc.assert(fc.property(histories, (history) => history.forEach(holds)));

  it('it is what the disk gives back', () =>
    always(({ job }) => expect(JobSchema.parse(structuredClone(job))).toEqual(job)));

  it('it is done when every step is answered, and not before', () =>
    always(({ job }) =>
      expect(job.state === 'done').toBe(job.steps.every(({ state }) => state === 'answered')),
    ));

  it('what was answered stays answered', () =>
    always(({ before, job }) =>
      before.steps.forEach((old, index) => {
        if (old.state === 'answered') expect(job.steps[index]).toEqual(old);
      }),
    ));

  it('nothing goes out that may have been done', () =>
    always(({ before, event: one, job }) => {
      if (one.kind !== 'sent' || job === before) return;
      expect(before.state).toBe('going');
      expect(before.steps[one.step]).toEqual({ state: 'planned' });
    }));

  it('a doubt ends by an answer, or by word that it was not done, and by nothing else', () =>
    always(({ before, event: one, job }) =>
      before.steps.forEach((old, index) => {
        if (old.state !== 'sent' && old.state !== 'unsure') return;
        const now = job.steps[index]?.state;
        if (now === 'sent' || now === 'unsure') return;
        expect(['answered', 'missing', 'refused']).toContain(one.kind);
      }),
    ));

  it('it can be ended or done, from wherever it is', () =>
    fc.assert(
      fc.property(histories, (history) => {
        let job = history.at(-1)?.job ?? jobOf(STEPS);
        job = after(job, { kind: 'resumed' }, 9000);
        for (let act = nextAct(job); act; act = nextAct(job)) {
          const { step: at } = act;
          if (act.kind === 'send') job = after(job, { kind: 'sent', step: at }, 9000);
          job = after(job, { kind: 'answered', step: at, result: null }, 9000);
        }
        expect(job.state).toBe('done');
      }),
    ));
});

it('a failure leaves open whether it was done, unless the service has said no', () => {
  expect(ERROR_CODES.filter(mayBeDone)).toEqual([
    'service-down',
    'network',
    'bad-answer',
    'cancelled',
    'unexpected',
  ]);
});
