import { MAX_SILENCE_MS } from '../../core/base/limits';
import { SheetFileError } from '../../core/table/file-problem';
import type { ColumnMemory } from '../../core/tag-sheet/read/column-memory';
import type { OpenSheet } from '../../core/tag-sheet/read/open-sheet';
import type { ReadProgress } from '../../core/table/read-progress';
import { gatherSheet } from '../../core/tag-sheet/read/reading';

/** What is needed of a `Worker`. */
export type Reader = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/**
 * Has a worker read a file, with the columns that were chosen by hand in sheets like it, and ends the
 * worker in any case: when it is done, when it says something that is no answer, when it dies or says
 * nothing for too long (`reader-stopped`), and at once when `signal` says so.
 */
export function readInWorker(
  reader: Reader,
  file: File,
  onProgress: (progress: ReadProgress) => void,
  signal: AbortSignal,
  memory: ColumnMemory,
): Promise<OpenSheet> {
  return new Promise<OpenSheet>((resolve, reject) => {
    const sheet = gatherSheet(onProgress);
    const over = new AbortController();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const stopped = () => end(() => reject(new SheetFileError('reader-stopped')));
    const cancel = () => end(() => reject(signal.reason));
    function end(settle: () => void): void {
      clearTimeout(silence);
      over.abort();
      reader.terminate();
      settle();
    }
    function listen(): void {
      clearTimeout(silence);
      silence = setTimeout(stopped, MAX_SILENCE_MS);
    }
    function hear({ data }: MessageEvent<unknown>): void {
      try {
        const whole = sheet.take(data);
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
    reader.addEventListener('messageerror', stopped, whileOn);
    reader.addEventListener('error', stopped, whileOn);
    signal.addEventListener('abort', cancel, whileOn);
    listen();
    reader.postMessage({ file, memory });
  });
}
