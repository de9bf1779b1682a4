import { afterEach, describe, expect, it, vi } from 'vitest';

import { MAX_SILENCE_MS } from '@/lib/core/base/limits';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { rowsOf } from '@/lib/core/table/raw-row';
import { NoHeaderError } from '@/lib/core/tag-sheet/read/no-header';
import { openSheet } from '@/lib/core/tag-sheet/read/read-sheet';
import { readingsOf, refusalOf } from '@/lib/core/tag-sheet/read/reading';
import { createTagSheetReader } from '@/lib/core/tag-sheet/read/sheet-reader';
import { readInWorker } from '@/lib/platform/page/read-in-worker';

import { FakeWorker, startReading } from './fake-worker';

const MEMORY = [{ fingerprint: '1-x', choice: { tags: [1], columns: [] } }];
const file = new File(['x'], 'tags.xlsx');
const sheet = openSheet([
  {
    name: 'Tags',
    rows: rowsOf([
      ['Tracker ID', 'Notes', 'Impression URL', 'Extra'],
      ...Array.from({ length: 1200 }, (_, at) => [at, `'=${at}`, 'https://x.example', 'no']),
    ]),
  },
]);
if (!sheet) throw new Error('no header');

const start = () =>
  startReading((worker, onProgress, signal) =>
    readInWorker(worker, file, onProgress, signal, MEMORY),
  );

const refusalWith = (count: number, title: string) => ({
  kind: 'refused',
  problem: 'no-header',
  offer: {
    titles: Array.from({ length: count }, (_, index) => ({ index, title })),
    fingerprint: '1-x',
    choice: null,
  },
});

afterEach(() => vi.useRealTimers());

describe('a file that is read in a worker', () => {
  it('comes back in pieces, as it was', async () => {
    const { worker, progress, result } = start();
    expect(worker.asked).toEqual([{ file, memory: MEMORY }]);
    worker.say({ kind: 'progress', done: 5, total: 10 });
    const readings = [...readingsOf(sheet)];
    expect(readings).toHaveLength(5);
    for (const reading of readings) worker.say(reading);
    expect(await result).toEqual(sheet);
    expect(progress).toEqual([{ done: 5, total: 10 }]);
    expect(worker.ended).toBe(1);
  });

  it.each<[string, unknown]>([
    ['no message of ours', 'hello'],
    ['an unknown kind', { kind: 'other' }],
    ['progress of nothing', { kind: 'progress', done: -1, total: 1 }],
    ['a cell that is no text', { kind: 'rows', rows: [{ row: 1, values: [1] }] }],
    ['a cell too long', { kind: 'rows', rows: [{ row: 1, values: ['a'.repeat(100_001)] }] }],
    [
      'too many rows at once',
      { kind: 'rows', rows: Array.from({ length: 501 }, () => ({ row: 1, values: [] })) },
    ],
    ['an end without a sheet', { kind: 'end' }],
    ['a problem nobody knows', { kind: 'refused', problem: 'mood', offer: null }],
    ['too many columns to choose from', refusalWith(201, 'Site')],
    ['a title too long', refusalWith(1, 'a'.repeat(81))],
    ['an error', { kind: 'failed', detail: 'broken' }],
  ])('%s ends it', async (_, message) => {
    const { worker, failure } = start();
    worker.say(message);
    expect(await failure).toBeInstanceOf(Error);
    expect(worker.ended).toBe(1);
  });

  it('more rows than a sheet may have end it', async () => {
    const { worker, failure } = start();
    const rows = Array.from({ length: 500 }, () => ({ row: 1, values: [] }));
    for (let count = 0; count <= 100; count += 1) worker.say({ kind: 'rows', rows });
    expect(await failure).toEqual(new SheetFileError('too-much'));
  });

  it('is refused with the reason', async () => {
    const { worker, failure } = start();
    worker.say({ kind: 'refused', problem: 'damaged', offer: null });
    expect(await failure).toEqual(new SheetFileError('damaged'));
  });

  it('without a header it is refused with the columns to choose from', async () => {
    const { worker, failure } = start();
    const reader = createTagSheetReader();
    rowsOf([['Site', 'Their snip']]).every(reader.open('Plan'));
    const refused = await Promise.try(reader.finish).catch((error: unknown) => error);
    if (!(refused instanceof NoHeaderError)) throw new Error('it has a header');
    worker.say(refusalOf(refused));
    const error = await failure;
    expect(error).toBeInstanceOf(NoHeaderError);
    expect(error).toHaveProperty('offer.titles', [
      { index: 0, title: 'Site' },
      { index: 1, title: 'Their snip' },
    ]);
  });

  it.each(['error', 'messageerror'])('a worker that dies (%s) is said', async (event) => {
    const { worker, failure } = start();
    worker.dispatchEvent(new Event(event));
    expect(await failure).toEqual(new SheetFileError('reader-stopped'));
    expect(worker.ended).toBe(1);
  });

  it('a worker that says nothing for long is said; one that is slow is waited for', async () => {
    vi.useFakeTimers();
    const { worker, failure } = start();
    vi.advanceTimersByTime(MAX_SILENCE_MS - 1);
    worker.say({ kind: 'progress', done: 5, total: 10 });
    vi.advanceTimersByTime(MAX_SILENCE_MS - 1);
    expect(worker.ended).toBe(0);
    vi.advanceTimersByTime(1);
    expect(await failure).toEqual(new SheetFileError('reader-stopped'));
    expect(worker.ended).toBe(1);
  });

  it('cancelled, the worker is ended at once and says nothing more', async () => {
    const { worker, controller, progress, failure } = start();
    controller.abort();
    expect(worker.ended).toBe(1);
    worker.say({ kind: 'progress', done: 5, total: 10 });
    expect(progress).toEqual([]);
    expect(await failure).toBe(controller.signal.reason);
  });

  it('cancelled before, it is never asked', async () => {
    const worker = new FakeWorker();
    const failure = readInWorker(worker, file, () => {}, AbortSignal.abort('no'), []);
    await expect(failure).rejects.toBe('no');
    expect(worker.asked).toEqual([]);
  });
});
