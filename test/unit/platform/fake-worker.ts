import type { ReadProgress } from '@/lib/core/table/read-progress';

/** A worker that says what a test wants. */
export class FakeWorker extends EventTarget {
  readonly asked: unknown[] = [];
  ended = 0;
  postMessage(message: unknown): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.ended += 1;
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }));
  }
}

type Read<R> = (
  worker: FakeWorker,
  onProgress: (progress: ReadProgress) => void,
  signal: AbortSignal,
) => Promise<R>;

/** Begins to read in such a worker. `failure` is what it fails with, `null` where it does not. */
export function startReading<R>(read: Read<R>) {
  const worker = new FakeWorker();
  const progress: ReadProgress[] = [];
  const controller = new AbortController();
  const result = read(worker, (it) => progress.push(it), controller.signal);
  const failure = result.then(
    () => null,
    (error: unknown) => error,
  );
  return { worker, progress, controller, result, failure };
}
