import { signal } from '@preact/signals';

import type { Failure } from '@/lib/core/base/errors';

import type { BulkEnd, BulkMoved, BulkOrder, BulkStarter } from './bulk-starter';

/** Where switching many is: asked about, under way, at its end. */
export type SwitchStep =
  | { readonly at: 'asking' }
  | {
      readonly at: 'going';
      /** `null` until it has begun. */
      readonly moved: BulkMoved | null;
      readonly total: number;
      readonly isStopping: boolean;
    }
  /** `null` where nobody can tell what came of it. */
  | { readonly at: 'ended'; readonly end: BulkEnd | null }
  /** `id` is of its run, where it had begun by then: that is not over by this. */
  | { readonly at: 'failed'; readonly failure: Failure; readonly id: string | undefined };

const ASKING: SwitchStep = { at: 'asking' };

/** A change of many that is looked at. It stays while the page shows something else, such as the sign-in that it waits for. */
export function createSwitchRun(actions: BulkStarter, fail: (error: unknown) => Failure) {
  const step = signal(ASKING);
  let stopper = new AbortController();
  let leaver = new AbortController();

  return {
    step,
    /** Begins it; gives what came of it where it is still looked at then. Pressed twice, it begins once. */
    async start(order: BulkOrder): Promise<BulkEnd | null> {
      if (step.value.at !== 'asking') return null;
      stopper = new AbortController();
      leaver = new AbortController();
      const { signal: left } = leaver;
      step.value = { at: 'going', moved: null, total: order.rows.length, isStopping: false };
      try {
        const end = await actions.startBulk(order, {
          signal: stopper.signal,
          left,
          onRun(moved) {
            const now = step.value;
            if (!left.aborted && now.at === 'going') step.value = { ...now, moved };
          },
        });
        if (left.aborted) return null;
        step.value = { at: 'ended', end };
        return end;
      } catch (error) {
        if (left.aborted) return null;
        const now = step.value;
        const id = now.at === 'going' ? now.moved?.id : undefined;
        step.value = { at: 'failed', failure: fail(error), id };
        return null;
      }
    },
    /** Ends it; what is on its way is looked for. */
    stop(): void {
      const now = step.value;
      if (now.at !== 'going') return;
      stopper.abort();
      step.value = { ...now, isStopping: true };
    },
    /** Looks on no longer: what has begun goes on by itself. */
    leave(): void {
      leaver.abort();
      step.value = ASKING;
    },
  };
}
