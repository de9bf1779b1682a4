import { batch, signal } from '@preact/signals';

import type { Tracker, TrackerState } from '@/lib/core/tracker/tracker';

import { createTurns } from './turns';

interface SwitchActions {
  setState(id: number, state: TrackerState): Promise<Tracker>;
}

/** The other one of two states. */
export function otherState(state: TrackerState): TrackerState {
  return state === 'active' ? 'inactive' : 'active';
}

/**
 * Trackers that are switched on and off from a list. Nothing is shown as switched before the service has said so;
 * until then it is being saved. What was switched last can be switched back.
 */
export function createStateSwitch(
  actions: SwitchActions,
  show: (tracker: Tracker) => void,
  fail: (error: unknown) => void,
) {
  /** What is being saved, by the tracker's id: the state that was wished last. */
  const saving = signal<ReadonlyMap<number, TrackerState>>(new Map());
  /** What was switched last, as the service answered. */
  const switched = signal<Tracker | null>(null);
  const wishes = new Map<number, symbol>();
  const takeTurn = createTurns();
  /** Whether what is wished now is of the trackers that are shown as its answer comes. */
  let isCurrent = takeTurn();

  async function switchTo(id: number, state: TrackerState): Promise<void> {
    const counts = isCurrent;
    const wish = Symbol(id);
    wishes.set(id, wish);
    batch(() => {
      saving.value = new Map([...saving.value, [id, state]]);
      switched.value = null;
    });
    let answer: Tracker | null = null;
    let failed: unknown = null;
    try {
      answer = await actions.setState(id, state);
    } catch (error) {
      failed = error;
    }
    // What is answered once others are shown is theirs no more: it is in no list here, and nothing to undo.
    if (!counts()) return;
    const isLast = wishes.get(id) === wish;
    batch(() => {
      if (answer) show(answer);
      else fail(failed);
      if (!isLast) return;
      wishes.delete(id);
      saving.value = new Map([...saving.value].filter(([other]) => other !== id));
      switched.value = answer;
    });
  }

  return {
    saving,
    switched,
    /** Switches a tracker from the state that it has, or is to have. */
    flip: (tracker: Tracker): Promise<void> =>
      switchTo(tracker.id, otherState(saving.value.get(tracker.id) ?? tracker.state)),
    /** Switches back what was switched last, as long as that is offered. */
    async undo(): Promise<void> {
      const { value } = switched;
      if (value) await switchTo(value.id, otherState(value.state));
    },
    /** It is offered no more. */
    forget: () => void (switched.value = null),
    /** Others are shown: what was wished before goes on, and is nothing of theirs. */
    leave(): void {
      isCurrent = takeTurn();
      wishes.clear();
      batch(() => {
        saving.value = new Map();
        switched.value = null;
      });
    },
  };
}
