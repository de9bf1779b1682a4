import { TRIAL_LIMITS } from '../../core/trial/limits';
import { type Trial, gatherTrial } from '../../core/trial/told';

/** What the sandboxed page may be late by, in milliseconds, before it is taken away without a word of its own. */
const GRACE_MS = 2_000;

/**
 * Tries a tag in the sandboxed page at this address, in a frame that is there as long as the trial. Gives what it told
 * until the tag was quiet, its time was up, the page did not answer any more or `signal` ended it; nothing is ever sent.
 */
export function tryInSandbox(page: string, text: string, signal: AbortSignal): Promise<Trial> {
  return new Promise((resolve, reject) => {
    const gather = gatherTrial();
    const frame = document.createElement('iframe');
    // No windows, dialogs, downloads, forms, and no way to the page around it.
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    frame.className = 'pb-trial-frame';
    const { port1, port2 } = new MessageChannel();
    const end = () => {
      clearTimeout(late);
      port1.close();
      frame.remove();
      signal.removeEventListener('abort', stop);
    };
    const finish = (trial: Trial) => {
      end();
      resolve(trial);
    };
    const stop = () => {
      end();
      reject(signal.reason);
    };
    // A process that took all memory is ended by the browser, which says nothing of it (measured, 156).
    const late = setTimeout(() => finish(gather.ended()), TRIAL_LIMITS.time + GRACE_MS);
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const trial = gather.take(data);
      if (trial) finish(trial);
    });
    port1.start();
    frame.addEventListener(
      'load',
      () => frame.contentWindow?.postMessage({ text }, { targetOrigin: '*', transfer: [port2] }),
      { once: true },
    );
    frame.src = page;
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop);
    document.body.append(frame);
  });
}
