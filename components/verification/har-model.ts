import { signal } from '@preact/signals';

import { createTurns } from '@/components/stores/turns';
import { type Failure, toStorageFailure } from '@/lib/core/base/errors';
import { HarFileError, type HarProblem } from '@/lib/core/recording/har-problem';
import type { ReadProgress } from '@/lib/core/table/read-progress';

/** A file that is a recording by now; `isKnown` where it was one before. */
export interface RecordedAs {
  readonly id: string;
  readonly isKnown: boolean;
}

/** What the page can do with HAR files. The entrypoint plugs in worker and database; a test plugs in fakes. */
export interface HarActions {
  /** Makes a recording of a file, once. */
  recordFile(
    file: File,
    way: {
      readonly onProgress: (progress: ReadProgress) => void;
      /** It has been read, and is being kept. */
      readonly onRead: () => void;
      readonly signal: AbortSignal;
    },
  ): Promise<RecordedAs>;
}

/** Where the reading of a file stands. */
export type HarState =
  | { readonly step: 'idle' }
  | {
      readonly step: 'reading';
      readonly fileName: string;
      /** `null` until the reader has said something. */
      readonly progress: ReadProgress | null;
    }
  | { readonly step: 'keeping'; readonly fileName: string }
  | { readonly step: 'refused'; readonly fileName: string; readonly problem: HarProblem }
  | { readonly step: 'failed'; readonly fileName: string; readonly failure: Failure }
  | ({ readonly step: 'done'; readonly fileName: string } & RecordedAs);

export type HarModel = ReturnType<typeof createHarModel>;

/** Takes HAR files in. A new file, or `reset`, ends what was under way, before anything of it is kept. */
export function createHarModel(actions: HarActions) {
  const state = signal<HarState>({ step: 'idle' });
  /** How many files that were dropped with the last one were not taken. */
  const others = signal(0);
  const takeTurn = createTurns();
  let working = new AbortController();

  /** Makes a recording of a file; gives its id where it is a new one and nothing else was asked for meanwhile. */
  async function take(file: File, left = 0): Promise<string | null> {
    others.value = left;
    working.abort();
    working = new AbortController();
    const isLast = takeTurn();
    const fileName = file.name;
    const say = (next: HarState) => {
      if (isLast()) state.value = next;
    };
    say({ step: 'reading', fileName, progress: null });
    try {
      const recorded = await actions.recordFile(file, {
        onProgress: (progress) => say({ step: 'reading', fileName, progress }),
        onRead: () => say({ step: 'keeping', fileName }),
        signal: working.signal,
      });
      say({ step: 'done', fileName, ...recorded });
      return isLast() && !recorded.isKnown ? recorded.id : null;
    } catch (error) {
      say(
        error instanceof HarFileError
          ? { step: 'refused', fileName, problem: error.problem }
          : { step: 'failed', fileName, failure: toStorageFailure(error) },
      );
      return null;
    }
  }

  /** Ends what is under way, and forgets what was said. */
  function reset(): void {
    working.abort();
    takeTurn();
    others.value = 0;
    state.value = { step: 'idle' };
  }

  return { state, others, take, reset };
}
