import { afterAll, beforeAll, expect, it } from 'vitest';

import { openDatabase } from '@/lib/store/database';
import { listJobs } from '@/lib/store/jobs';

import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { ask, ended, fire, sumOf } from './support/reports';
import { seededDatabase } from './support/seeded';
import { createStopper } from './support/stop-at';
import { createVirtualClock } from './support/virtual-clock';
import { personAt } from './support/world';

const clock = createVirtualClock('2026-11-20T10:00:00Z');
let sandbox: Sandbox;
beforeAll(async () => {
  const limits = {
    signInsPerFiveMinutes: 10_000,
    readsPerMinute: 100_000,
    writesPerMinute: 10_000,
  };
  sandbox = await startSandbox({ db: await seededDatabase(clock.date), now: clock.date, limits });
  sandbox.setReports({ pendingPolls: 2, pendingLimit: 1000, memberConcurrent: 1000 });
  await fire(sandbox, 90_011, 3);
});
afterAll(() => sandbox.close());

/** What came of a report whose worker was stopped at a step; `null` where it was done before. */
async function stopAt(stop: { nth: number; isDone: boolean }) {
  const person = await personAt(sandbox, clock, 'trafficker');
  const stopper = createStopper(stop);
  const worker = person.restarted({
    clock: stopper.clock(clock),
    fetch: stopper.fetch(person.wire.fetch),
    connect: () => {
      const opened = openDatabase(person.databaseName).then(stopper.database);
      return () => opened;
    },
  });
  const asked = ask(worker).then((id) => ended(worker, id));
  await Promise.race([asked, stopper.stopped]);
  if (!stopper.hasStopped()) return null;
  const [job] = await listJobs(person.db);
  const isAsked = job?.steps[0]?.state === 'answered';
  const before = person.wire.sentTo('POST', '/report').length;

  const next = person.restarted();
  const { running, kept } = await next.page('reports.list', null);
  const id = running[0]?.id ?? kept[0]?.id ?? (await ask(next));
  const report = await ended(next, id);
  return {
    sum: sumOf(report),
    kept: (await next.page('reports.list', null)).kept.length,
    // What was asked for is asked on after, and not asked for twice.
    isAskedTwice: isAsked && person.wire.sentTo('POST', '/report').length > before,
  };
}

it('a worker is stopped at every step of a report, and it is there once', async () => {
  const wrong: string[] = [];
  let steps = 0;
  for (let nth = 1; ; nth += 1) {
    const found = [];
    for (const isDone of [false, true]) {
      const one = await stopAt({ nth, isDone });
      if (one === null) continue;
      found.push(one);
      const isRight = one.sum === 3 && one.kept === 1 && !one.isAskedTwice;
      if (!isRight) wrong.push(`${isDone ? 'after' : 'before'} ${nth}: ${JSON.stringify(one)}`);
    }
    if (found.length === 0) break;
    steps = nth;
  }
  expect(wrong).toEqual([]);
  expect(steps).toBeGreaterThan(10);
}, 60_000);
