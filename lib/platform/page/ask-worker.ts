import { MAX_SILENCE_MS } from '../../core/base/limits';

/** What is needed of a `Worker`. */
export type Reader = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

interface Order<T> {
  /** What the worker is asked. */
  readonly ask: unknown;
  /** Takes a message, and gives what was asked for once it is whole; what it throws ends all. */
  readonly take: (message: unknown) => T | null;
  /** What to fail with where the worker dies or says nothing for too long. */
  readonly stopped: () => Error;
  readonly signal: AbortSignal;
}

/**
 * Has a worker do one thing, and ends the worker in any case: when it is done, when it says something that is no
 * answer, when it dies or says nothing for too long, and at once when `signal` says so.
 */
export function askWorker<T>(reader: Reader, { ask, take, stopped, signal }: Order<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const over = new AbortController();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const stop = () => end(() => reject(stopped()));
    const cancel = () => end(() => reject(signal.reason));
    function end(settle: () => void): void {
      clearTimeout(silence);
      over.abort();
      reader.terminate();
      settle();
    }
    function listen(): void {
      clearTimeout(silence);
      silence = setTimeout(stop, MAX_SILENCE_MS);
    }
    function hear({ data }: MessageEvent<unknown>): void {
      try {
        const whole = take(data);
        if (whole) end(() => resolve(whole));
        else listen();
      } catch (error) {
        end(() => reject(error));
      }
    }

    if (signal.aborted) {
      cancel();
      return;
    }
    const whileOn = { signal: over.signal };
    reader.addEventListener('message', hear, whileOn);
    reader.addEventListener('messageerror', stop, whileOn);
    reader.addEventListener('error', stop, whileOn);
    signal.addEventListener('abort', cancel, whileOn);
    listen();
    reader.postMessage(ask);
  });
}
