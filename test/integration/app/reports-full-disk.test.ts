import { expect, it } from 'vitest';

import { errorText } from '@/lib/text/errors';

import { diskWorld } from './support/disk';
import { ask, ended, fire, sumOf } from './support/reports';

async function reportsOnDisk() {
  const all = await diskWorld();
  await fire(all.sandbox, 90_011, 3);
  const count = (method: 'GET' | 'POST', path: string) => all.wire.sentTo(method, path).length;
  return {
    ...all,
    sent: () => ({ orders: count('POST', '/report'), downloads: count('GET', '/report-download') }),
  };
}

it('has room for the journal alone: that is said, and the same report is read once there is room', async () => {
  const { worker, disk, sent, browser } = await reportsOnDisk();
  disk.fullFor = 'reports';
  const failed = ended(worker, await ask(worker));
  await expect(failed).rejects.toMatchObject({ code: 'storage-failed' });
  const { running, kept } = await worker.page('reports.list', null);
  expect([running.map(({ failure }) => failure?.code), kept]).toEqual([['storage-failed'], []]);
  const failure = running[0]?.failure;
  expect(failure && errorText(failure)).toMatchObject({
    sentence: 'The browser could not keep the data.',
    next: 'Free some disk space, then try again.',
  });
  // It stands in the journal that it has failed: nothing goes on with it but a person.
  await worker.jobs.resume();
  expect([browser.held.hasAlarm, sent().downloads]).toEqual([false, 1]);
  disk.fullFor = null;
  expect(sumOf(await ended(worker, await ask(worker)))).toBe(3);
  expect(sent()).toEqual({ orders: 1, downloads: 2 });
  const after = await worker.page('reports.list', null);
  expect([after.running, after.kept.length]).toEqual([[], 1]);
});

it('has room for nothing: the worker is started again, and goes on by itself once there is room', async () => {
  const { worker, disk, sent, wire, browser } = await reportsOnDisk();
  wire.put(async (call, goOn) => {
    const answer = await goOn();
    if (call.path === '/report-download' && sent().downloads === 1) disk.isFull = true;
    return answer;
  });
  const id = await ask(worker);
  // Whatever is under way has come to its end.
  await worker.jobs.resume();
  expect([disk.isFull, browser.held.hasAlarm]).toEqual([true, true]);
  await worker.jobs.resume();
  expect([sent().downloads, browser.held.hasAlarm]).toEqual([1, true]);
  disk.isFull = false;
  await worker.jobs.resume();
  expect(sumOf(await ended(worker, id))).toBe(3);
  expect([sent().orders, browser.held.hasAlarm]).toEqual([1, false]);
});

it('is full before anything is asked: nothing is asked of the service, and that is said', async () => {
  const { worker, disk, sent } = await reportsOnDisk();
  disk.isFull = true;
  await expect(ask(worker)).rejects.toMatchObject({ code: 'storage-failed' });
  expect(sent().orders).toBe(0);
});
