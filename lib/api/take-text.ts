import { AppError } from '../core/base/errors';

/** As much of an answer as is no file but an envelope, in characters. */
const MAX_ENVELOPE = 100_000;

/**
 * Gives a file piece by piece. An answer that begins as an object is none: the service says with it why there is no file.
 * Returns that text; `null` where it was a file. `tell` hears of each piece that has come.
 */
export async function takeText(
  response: Response,
  take: (piece: string) => Promise<void>,
  tell: () => void,
): Promise<string | null> {
  // Files have no envelope, their failures neither.
  if (response.status === 404) throw new AppError('not-found', { detail: 'HTTP 404' });
  if (response.status >= 400 || response.body === null) return response.text();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let said: string | null = null;
  let isBegun = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return said;
      tell();
      if (!isBegun && value.trim() !== '') {
        isBegun = true;
        if (/^\s*\{/.test(value)) said = '';
      }
      if (said === null) await take(value);
      else if (said.length < MAX_ENVELOPE) said += value;
      // What goes on after that tells nothing more, and may never end.
      else return said;
      // A reader that takes its time is no service that is silent.
      tell();
    }
  } finally {
    // Where somebody gave up on it, nothing more of it is loaded.
    await reader.cancel().catch(() => {});
  }
}
