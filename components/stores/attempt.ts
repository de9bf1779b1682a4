import { batch, signal } from '@preact/signals';

import { type Failure, toFailure } from '@/lib/core/base/errors';

/** How what a view does goes: whether it is there yet, what failed last, and what was said last. */
export function createAttempt<S = string>(failureOf: (error: unknown) => Failure = toFailure) {
  const phase = signal<'loading' | 'ready' | 'failed'>('loading');
  const failure = signal<Failure | null>(null);
  const said = signal<S | null>(null);

  function fail(error: unknown): void {
    failure.value = failureOf(error);
  }

  return {
    phase,
    failure,
    said,
    fail,
    /** What was said and what failed before are over. */
    begin(): void {
      batch(() => {
        failure.value = null;
        said.value = null;
      });
    },
    /** Does something that may fail. The failure is shown unless it counts no more. */
    async run(step: () => Promise<void>, counts = () => true): Promise<void> {
      try {
        await step();
      } catch (error) {
        if (!counts()) return;
        batch(() => {
          fail(error);
          if (phase.value === 'loading') phase.value = 'failed';
        });
      }
    },
  };
}
