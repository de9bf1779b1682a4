import { TRIAL_LIMITS } from '@/lib/core/trial/limits';
import { runTrial } from '@/lib/platform/trial/worker/run-trial';

const post = globalThis.postMessage.bind(globalThis);

globalThis.addEventListener(
  'message',
  ({ data }: MessageEvent<unknown>) => {
    // As long as its code makes a pause, that is said.
    post('here');
    globalThis.addEventListener('message', () => post('here'));
    const text: unknown =
      typeof data === 'object' && data !== null ? Reflect.get(data, 'text') : '';
    if (typeof text === 'string' && text.length <= TRIAL_LIMITS.text) runTrial(text, post);
  },
  { once: true },
);
