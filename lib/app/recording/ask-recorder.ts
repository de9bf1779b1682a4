import type { RecorderMessage } from '../../core/recording/recorder-message';

/** A recorder that has not answered by then is gone; what is kept is shown as it is. */
const ANSWER_MS = 5000;

interface AskParts {
  readonly tell: (message: RecorderMessage) => void;
  /** Acts after so many milliseconds, unless what it returns is called before. */
  readonly timer: (ms: number, act: () => void) => () => void;
}

/** Asks a recorder, in whatever window it is, to look through the browser's log. */
export function createAskRecorder({ tell, timer }: AskParts) {
  const asking = new Map<string, Set<() => void>>();
  return {
    /** To be told what comes from recorders. */
    hear(message: RecorderMessage): void {
      if (message.kind !== 'checked') return;
      for (const answered of asking.get(message.verificationId) ?? []) answered();
    },
    /** Ends when the recorder has looked, or does not answer. */
    checkAgain(verificationId: string): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      const waiting = asking.get(verificationId) ?? new Set();
      asking.set(verificationId, waiting.add(resolve));
      const stop = timer(ANSWER_MS, resolve);
      tell({ kind: 'check-again', verificationId });
      return promise.finally(() => {
        stop();
        waiting.delete(resolve);
        if (waiting.size === 0) asking.delete(verificationId);
      });
    },
  };
}
