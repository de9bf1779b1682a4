import type { z } from '../../core/base/schema';
import type { ReadProgress } from '../../core/table/read-progress';

/** What went wrong where nothing better can be said of it. */
interface Failed {
  readonly kind: 'failed';
  readonly detail: string;
}

/** What a worker's global scope has of its page. */
interface Page {
  postMessage(message: unknown): void;
  addEventListener(kind: 'message', hear: (event: MessageEvent<unknown>) => void): void;
}

/** Says something to the page. */
export type Say<Said> = (said: Said) => void;

/** Characters of an error's own words. */
const MAX_DETAIL = 300;
/** Progress is told so often at most, in milliseconds. */
const PROGRESS_MS = 50;

/**
 * Answers, in a worker, what a page asks it (`askWorker`), beside the page: whatever a file does to its reader, the page
 * goes on answering and can end it. `page` is the worker's `self`; `refusal` is how a failure is said that is known, `null` for
 * any other.
 */
export function answerPage<Order, Said>(
  page: Page,
  schema: z.ZodMiniType<Order>,
  act: (order: Order, say: Say<Said>) => Promise<void>,
  refusal: (error: unknown) => Said | null,
): void {
  const say = (said: Said | Failed) => page.postMessage(said);
  async function answer(order: unknown): Promise<void> {
    try {
      await act(schema.parse(order), say);
    } catch (error) {
      say(refusal(error) ?? { kind: 'failed', detail: String(error).slice(0, MAX_DETAIL) });
    }
  }
  page.addEventListener('message', ({ data }) => void answer(data));
}

/** How far a file is read, as a message, no more often than anybody sees. */
export function tellProgress(
  say: Say<{ kind: 'progress'; done: number; total: number }>,
): (progress: ReadProgress) => void {
  let next = 0;
  return ({ done, total }) => {
    const now = performance.now();
    if (now < next) return;
    next = now + PROGRESS_MS;
    say({ kind: 'progress', done, total });
  };
}
