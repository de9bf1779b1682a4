import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

import { type Failure, toFailure } from '@/lib/core/base/errors';
import type { BuilderState } from '@/lib/core/console/builder-state';
import { DEFAULT_CHOICES, type TagChoices } from '@/lib/core/tag/write/build-tag';
import { choicesForConsole } from '@/lib/core/console/console-choices';
import type { TrackerOption } from '@/lib/core/tracker/option';

import type { BuilderActions, BuilderContext } from './builder-actions';

/** What the builder was opened with, and what is chosen in it. */
export interface BuilderModel {
  /** `null` while it is asked for. */
  readonly context: BuilderContext | null;
  readonly failure: Failure | null;
  readonly tracker: TrackerOption | null;
  readonly choices: TagChoices;
  readonly isNew: boolean;
  /** Asks for the context, again after a failure. */
  start(): void;
  choose(choices: TagChoices): void;
  setTracker(tracker: TrackerOption | null): void;
  setIsNew(isNew: boolean): void;
  /** The choices as the next opening should know them. */
  toKeep(choices: TagChoices): TagChoices;
}

/** The state of the builder of consoles. */
export function useBuilder(actions: BuilderActions, begun: BuilderContext | null): BuilderModel {
  const [first] = useState(() => stateOf(begun));
  const [context, setContext] = useState(begun);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tracker, setTracker] = useState(first.tracker);
  const [choices, setChoices] = useState(first.choices);
  const [isNew, setIsNew] = useState(first.isNew);
  const start = useCallback(() => {
    setFailure(null);
    actions.context().then(
      (found) => {
        const state = stateOf(found);
        setContext(found);
        setChoices(state.choices);
        setTracker(state.tracker);
        setIsNew(state.isNew);
      },
      (error: unknown) => setFailure(toFailure(error)),
    );
  }, [actions]);
  useEffect(() => {
    if (!begun) start();
  }, [begun, start]);
  // That is known where it comes from.
  const isKnown = useRef(begun !== null);
  useEffect(() => {
    if (context && !isKnown.current)
      void actions.noteState({ tracker, choices, isNew }).catch(() => {});
    isKnown.current = false;
  }, [actions, context, tracker, choices, isNew]);

  const shown = useRef<number | null>(null);
  shown.current = tracker?.id ?? null;
  useEffect(
    () =>
      actions.onTrackersChanged?.((ids) => {
        const id = shown.current;
        if (id === null || !(ids?.includes(id) ?? true)) return;
        // One that was deleted stays chosen, as one that is not known does.
        void actions.lookup?.([id]).then(
          ([found]) => setTracker((now) => (found && now?.id === found.id ? found : now)),
          () => {},
        );
      }),
    [actions],
  );

  const toKeep = (chosen: TagChoices): TagChoices => {
    // A field for URLs says nothing of what is wanted at the next one.
    return context?.field?.takes === 'url'
      ? { ...chosen, type: beginWith({ ...context, field: null }).type }
      : chosen;
  };
  return {
    context,
    failure,
    tracker,
    choices,
    isNew,
    start,
    choose: (next) => {
      setChoices(next);
      // That no ad server is known here is no choice: the last one stays for other places.
      const adServerId =
        next.adServerId === null && choices.adServerId === null
          ? (context?.choices?.adServerId ?? null)
          : next.adServerId;
      void actions.keepChoices({ ...toKeep(next), adServerId });
    },
    setTracker,
    setIsNew,
    toKeep,
  };
}

function stateOf(context: BuilderContext | null): BuilderState {
  if (!context) return { tracker: null, choices: DEFAULT_CHOICES, isNew: false };
  const { resumed, carried } = context;
  return resumed ?? { tracker: carried, choices: beginWith(context), isNew: false };
}

function beginWith(context: BuilderContext): TagChoices {
  return choicesForConsole({ ...context, kept: context.choices });
}
