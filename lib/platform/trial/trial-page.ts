import { TRIAL_LIMITS } from '../../core/trial/limits';
import { TRIAL_PAGE } from '../../core/trial/places';
import { type Shown, ShownSchema } from '../../core/trial/shown';
import { z } from '../../core/base/schema';
import { showElement } from './show-element';

const OrderSchema = z.object({ text: z.string().check(z.maxLength(TRIAL_LIMITS.text)) });

const BEAT_MS = 200;

/**
 * The sandboxed page: it is given one tag, has a worker run it, shows what the tag loads, and tells what comes of both.
 * No code of the tag runs in the page itself, so that it can always end the worker.
 */
export function startTrialPage(createWorker: () => Worker): void {
  addEventListener(
    'message',
    ({ data, ports: [port] }: MessageEvent<unknown>) => {
      const order = OrderSchema.safeParse(data).data;
      if (order && port) runIn(createWorker(), order.text, port);
    },
    { once: true },
  );
}

function runIn(worker: Worker, text: string, port: MessagePort): void {
  // Addresses are completed as on a page with TLS; the policy of this one allows that base alone.
  const base = document.createElement('base');
  base.href = TRIAL_PAGE;
  document.head.append(base);
  let showing = Promise.resolve();
  let told = 0;
  let isOver = false;
  const tell = (message: unknown) => {
    if (!isOver) port.postMessage(message);
  };
  const end = (why: 'quiet' | 'time' | 'busy' | 'much') => {
    if (isOver) return;
    tell({ kind: 'over', why });
    isOver = true;
    clearTimeout(late);
    clearInterval(watch);
    worker.terminate();
  };
  // What goes on without a pause does not answer. By beats, and not by the clock: this page may be held up, too.
  let missed: number | null = null;
  const watch = setInterval(() => {
    if (missed === null) return;
    missed += 1;
    if (missed * BEAT_MS > TRIAL_LIMITS.busy) end('busy');
    else worker.postMessage('there');
  }, BEAT_MS);
  const late = setTimeout(() => end('time'), TRIAL_LIMITS.time);
  const show = async (shown: Shown) => {
    if (isOver) return;
    for (const [directive, url] of await showElement(shown)) {
      if (url.length > TRIAL_LIMITS.address) tell({ kind: 'hint', hint: 'cut', url: '' });
      else tell({ kind: 'held', directive, url });
    }
  };
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    missed = 0;
    if (data === 'here') return;
    told += 1;
    if (told > TRIAL_LIMITS.told) return end('much');
    const shown = ShownSchema.safeParse(data).data;
    if (shown) showing = showing.then(() => show(shown));
    else if (isQuiet(data)) void showing.then(() => end('quiet'));
    else tell(data);
  });
  worker.addEventListener('error', (event) => {
    tell({ kind: 'error', sentence: String(event.message).slice(0, TRIAL_LIMITS.sentence) });
  });
  worker.postMessage({ text });
}

function isQuiet(data: unknown): boolean {
  return z.object({ kind: z.literal('over') }).safeParse(data).success;
}
