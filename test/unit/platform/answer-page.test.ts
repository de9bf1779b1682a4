import { afterEach, describe, expect, it, vi } from 'vitest';

import { z } from '@/lib/core/base/schema';
import { FillError } from '@/lib/core/table/fill-problem';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { fillingRefused, takeFilling } from '@/lib/core/table/filling';
import { answerPage, tellProgress } from '@/lib/platform/page/answer-page';
import { askWorker } from '@/lib/platform/page/ask-worker';

type Said = { kind: 'half' } | { kind: 'whole'; of: string };

/** What came back of a question, over the messages of a true port; the worker does `act` with what it is asked. */
function ask<T>(
  take: (message: unknown) => T | null,
  listen: (page: MessagePort) => void,
  question: unknown,
): Promise<T> {
  const { port1, port2 } = new MessageChannel();
  listen(port2);
  port2.start();
  port1.start();
  const worker = Object.assign(port1, { terminate: () => port1.close() });
  const stopped = () => new Error('stopped');
  return askWorker(worker, { ask: question, take, stopped, signal: new AbortController().signal });
}

const OrderSchema = z.object({ of: z.string().check(z.maxLength(10)) });
const copy = (message: unknown) => ({ message });

afterEach(() => vi.restoreAllMocks());

describe('a worker that answers its page', () => {
  it('says what it has, one after the other', async () => {
    const heard: unknown[] = [];
    const whole = await ask(
      (message) => (heard.push(message) === 2 ? copy(message) : null),
      (page) =>
        answerPage(
          page,
          OrderSchema,
          async ({ of }, say: (said: Said) => void) => {
            say({ kind: 'half' });
            say({ kind: 'whole', of });
          },
          () => null,
        ),
      { of: 'paper' },
    );
    expect(whole).toEqual({ message: { kind: 'whole', of: 'paper' } });
    expect(heard[0]).toEqual({ kind: 'half' });
  });

  it.each<[string, unknown]>([
    ['no order', undefined],
    ['an order of another worker', { file: 'x' }],
    ['more than it takes', { of: 'a'.repeat(11) }],
  ])('does nothing for %s, and says so', async (_, question) => {
    const act = vi.fn<() => Promise<void>>();
    const listen = (page: MessagePort) => answerPage(page, OrderSchema, act, () => null);
    expect(await ask(copy, listen, question)).toMatchObject({ message: { kind: 'failed' } });
    expect(act).not.toHaveBeenCalled();
  });

  it.each<[string, Error, object]>([
    ['a reason that is known', new FillError('formula', 'N14'), { problem: 'formula' }],
    ['a file that cannot be read', new SheetFileError('damaged'), { problem: 'damaged' }],
    ['any other', new Error('out of paper'), { name: 'Error', message: 'Error: out of paper' }],
    ['one without end, cut', new Error('a'.repeat(5000)), { message: `Error: ${'a'.repeat(293)}` }],
  ])('%s comes across', async (_, error, expected) => {
    const listen = (page: MessagePort) =>
      answerPage(page, OrderSchema, () => Promise.reject(error), fillingRefused);
    await expect(ask(takeFilling, listen, { of: 'x' })).rejects.toMatchObject(expected);
  });

  it('tells how far it is no more often than anybody sees', () => {
    const now = vi.spyOn(performance, 'now');
    const told: number[] = [];
    const tell = tellProgress(({ done }) => told.push(done));
    for (const at of [0, 1, 49, 50, 99, 100, 1000]) {
      now.mockReturnValue(at);
      tell({ done: at, total: 1000 });
    }
    expect(told).toEqual([0, 50, 100, 1000]);
  });
});
