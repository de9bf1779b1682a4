import { expect, describe, it } from 'vitest';

import { MAX_HAR_PAGES, MAX_HAR_REQUESTS } from '@/lib/core/base/limits';
import { readHarFile } from '@/lib/core/recording/har-file';
import { HarFileError } from '@/lib/core/recording/har-problem';
import { harReadingsOf } from '@/lib/core/recording/har-reading';
import { readHarInWorker } from '@/lib/platform/page/read-in-worker';

import { entryOf, GOOD } from '../core/recording/har-samples';
import { type FakeWorker, startReading } from './fake-worker';

const file = new File(['x'], 'a.har');
const digest = '0f'.repeat(32);
const page = { startedDateTime: '2026-11-24T10:00:00Z', title: 'A fine day' };
const entries = Array.from({ length: 1200 }, (_, index) =>
  entryOf({ url: `${GOOD}${index}`, at: 1 }),
);
const har = readHarFile({ pages: [page], entries });
if (!har) throw new Error('no HAR');
const readings = [...harReadingsOf({ har, digest })];

const start = () =>
  startReading((worker, onProgress, signal) => readHarInWorker(worker, file, onProgress, signal));

describe('a HAR file that is read in a worker', () => {
  it('comes back in pieces, as it was', async () => {
    const { worker, progress, result } = start();
    expect(worker.asked).toEqual([{ file }]);
    worker.say({ kind: 'progress', done: 1, total: 4 });
    expect(readings).toHaveLength(5);
    for (const reading of readings) worker.say(reading);
    expect(await result).toEqual({ har, digest });
    expect(progress).toEqual([{ done: 1, total: 4 }]);
    expect(worker.ended).toBe(1);
  });

  it.each<[string, unknown]>([
    ['no message of ours', 'hello'],
    ['a request that is none', { kind: 'requests', requests: [{ key: 1 }] }],
    [
      'too many at once',
      { kind: 'requests', requests: Array.from({ length: 501 }, () => har.requests[0]) },
    ],
    [
      'too many pages',
      { ...readings[0], pages: Array.from({ length: MAX_HAR_PAGES + 1 }, () => har.pages[0]) },
    ],
    ['no digest', { ...readings[0], digest: 'x' }],
    ['a problem nobody knows', { kind: 'refused', problem: 'mood' }],
    ['an error', { kind: 'failed', detail: 'broken' }],
  ])('%s ends it', async (_, message) => {
    const { worker, failure } = start();
    worker.say(message);
    expect(await failure).toBeInstanceOf(Error);
    expect(worker.ended).toBe(1);
  });

  it.each<[string, (worker: FakeWorker) => void, ConstructorParameters<typeof HarFileError>[0]]>([
    ['refused', (worker) => worker.say({ kind: 'refused', problem: 'not-har' }), 'not-har'],
    ['ended before it began', (worker) => worker.say({ kind: 'end' }), 'reader-stopped'],
    ['dead', (worker) => worker.dispatchEvent(new Event('error')), 'reader-stopped'],
  ])('says why not: %s', async (_, act, problem) => {
    const { worker, failure } = start();
    act(worker);
    expect(await failure).toEqual(new HarFileError(problem));
    expect(worker.ended).toBe(1);
  });

  it('more requests than a recording may have end it', async () => {
    const { worker, failure } = start();
    const requests = Array.from({ length: 500 }, () => har.requests[0]);
    for (let count = 0; count <= MAX_HAR_REQUESTS / 500; count += 1) {
      worker.say({ kind: 'requests', requests });
    }
    expect(await failure).toEqual(new HarFileError('too-large'));
  });

  it('stopped, the worker is ended at once', async () => {
    const { worker, controller, failure } = start();
    controller.abort();
    expect(worker.ended).toBe(1);
    expect(await failure).toBe(controller.signal.reason);
  });
});
