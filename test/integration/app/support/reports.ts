import { noPlanText } from '@/lib/text/reports/plan';
import { AppError, fromFailure } from '@/lib/core/base/errors';
import type { Question } from '@/lib/core/report/question';
import type { Report } from '@/lib/core/report/report';
import type { Sandbox } from '../../../sandbox/index.ts';
import type { Background } from './background';

/** What is asked unless a test says otherwise: the day of the sandbox's clock, of all of an advertiser. */
export function question(part: Partial<Question> = {}): Question {
  return {
    advertiserId: 700_101,
    about: { kind: 'advertiser' },
    when: { kind: 'custom', span: { first: '2026-11-20', last: '2026-11-20' } },
    by: 'day',
    timeZone: 'UTC',
    ...part,
  };
}

/** Fires the pixel of a tracker at the sandbox. */
export async function fire(sandbox: Sandbox, id: number, times = 1): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    await fetch(`${sandbox.httpUrl}/imptr?id=${id}&t=2&cachebuster=${at}`);
  }
}

/** Asks, and gives the id; what cannot be planned fails the test. */
export async function ask(worker: Background, asked = question()): Promise<string> {
  const answer = await worker.page('reports.ask', { question: asked });
  if (answer.kind === 'no-plan') {
    const { why } = answer;
    if (why.kind !== 'no-type') throw new Error(JSON.stringify(why));
    // Where the service offers nothing, a person is told why for each type.
    throw new AppError('not-permitted', { detail: noPlanText(why).sentence });
  }
  return answer.id;
}

/** Waits until a report is kept, or has failed; then throws why. */
export async function ended(worker: Background, id: string): Promise<Report> {
  let found: Report | null = null;
  for (;;) {
    // Whatever comes to its journal is told.
    const told = new Promise<void>((resolve) => worker.once('job', resolve));
    found = await worker.page('reports.get', { id });
    const { running } = await worker.page('reports.list', null);
    const isUnderWay = running.some((one) => one.id === id && one.failure === null);
    if (found !== null || !isUnderWay) break;
    await told;
  }
  if (found !== null) return found;
  const { running } = await worker.page('reports.list', null);
  const failure = running.find((one) => one.id === id)?.failure;
  throw failure ? fromFailure(failure) : new Error('gone');
}

/** The sum of what was counted. */
export function sumOf({ counted }: Report): number {
  return counted
    .flatMap(({ impressions }) => impressions.counts)
    .reduce<number>((sum, count) => sum + (count ?? 0), 0);
}
