import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { Said } from '@/components/ui/Notice';
import { toFailure } from '@/lib/core/base/errors';
import type { Delivery } from '@/lib/core/console/delivery';
import type { BuilderState } from '@/lib/core/console/builder-state';
import { builderText, fieldText } from '@/lib/text/builder/builder';
import { pageText } from '@/lib/text/builder/page';
import { errorText } from '@/lib/text/errors';

import type { BuilderActions } from './builder-actions';
import { sayDelivery } from './delivery';

/** Something that was put into the field or the clipboard, or was not. */
export interface Outcome extends Said {
  readonly canUndo: boolean;
}

interface DeliveryProps {
  readonly actions: BuilderActions;
  /** The tag that may leave now. */
  readonly tag: string | null;
  /** The field holds a tag of the chosen tracker, as far as it could be read. */
  readonly hasTracker: boolean;
  /** It was read, and holds none: what was inserted is gone again. */
  readonly isCleared: boolean;
  /** A tag went into the field. */
  readonly onPut: () => void;
  /** A tag went on the clipboard. */
  readonly onCopied: () => void;
  /** Something may have changed in the field. */
  readonly look: () => Promise<void>;
}

/** The buttons of the builder: what they do, what came of it, and where the focus goes next. */
export interface Deliveries {
  readonly said: Outcome | null;
  /** What is asked before the tag is inserted once more. */
  readonly question: string | null;
  /** The tag as it is now stands in the field: there is nothing left to do. */
  readonly isDone: boolean;
  /** Which button comes next; a new object each time. */
  readonly next: { readonly act: string };
  insert(): void;
  insertAgain(): void;
  cancel(): void;
  replace(): void;
  copy(): void;
  undo(): void;
  fix(text: string): Promise<void>;
  /** Goes on in the small window. */
  move(state: BuilderState): void;
}

const BEGIN = { act: '' };

export function useDelivery(props: DeliveryProps): Deliveries {
  const { actions, tag, hasTracker, look } = props;
  const [said, setSaid] = useState<Outcome | null>(null);
  const [question, setQuestion] = useState<string | null>(null);
  const [next, setNext] = useState<{ readonly act: string }>(BEGIN);
  // The tags that were inserted in this opening and not taken back, before and after the last act.
  const [put, setPut] = useState<{
    readonly before: readonly string[];
    readonly now: readonly string[];
  }>({ before: [], now: [] });
  const isBusy = useRef(false);
  const isIn = tag !== null && put.now.includes(tag) && !props.isCleared;

  useLayoutEffect(() => {
    setSaid(null);
    setQuestion(null);
  }, [tag]);

  // One at a time: a double press is one.
  const once = async (run: () => Promise<void>) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setQuestion(null);
    try {
      await run();
    } catch (error) {
      const { sentence, next: step } = errorText(toFailure(error));
      setSaid({ kind: 'warning', text: `${sentence} ${step}`, canUndo: false });
    } finally {
      isBusy.current = false;
    }
  };
  const fill = async (run: () => Promise<Delivery>, success: string, after: readonly string[]) => {
    const delivery = await run();
    const isPut = delivery === 'done';
    await look();
    setSaid({ ...sayDelivery(delivery, success), canUndo: isPut });
    if (isPut) setPut(({ now }) => ({ before: now, now: after }));
    return delivery;
  };
  const putTag = (run: (tag: string) => Promise<Delivery>, success: string, keeps: boolean) =>
    once(async () => {
      if (tag === null) return;
      const after = keeps ? [...put.now, tag] : [tag];
      const delivery = await fill(() => run(tag), success, after);
      if (delivery === 'done') props.onPut();
      else if (delivery === 'not-inserted' || delivery === 'field-gone') props.onCopied();
      setNext({ act: delivery === 'done' ? 'done' : 'insert' });
    });
  const insertNow = () => void putTag(actions.insert, builderText.inserted, true);

  return {
    said,
    question,
    isDone: isIn,
    next,
    insert: () => {
      if (!isIn && !hasTracker) return insertNow();
      setQuestion(isIn ? pageText.sameTag : pageText.sameTracker);
      setNext({ act: 'cancel' });
    },
    insertAgain: insertNow,
    cancel: () => {
      setQuestion(null);
      setNext({ act: 'insert' });
    },
    replace: () => void putTag(actions.replace, builderText.replaced, false),
    copy: () =>
      void once(async () => {
        if (tag === null) return;
        const delivery = await actions.copy(tag);
        setSaid({ ...sayDelivery(delivery, builderText.copied), canUndo: false });
        if (delivery === 'done') props.onCopied();
      }),
    undo: () =>
      void once(async () => {
        const outcome = await actions.undo();
        const words = {
          undone: pageText.undone,
          refused: pageText.notUndone,
          'field-gone': pageText.fieldGone,
        }[outcome];
        const isUndone = outcome === 'undone';
        await look();
        setSaid({ kind: isUndone ? 'pass' : 'warning', text: words, canUndo: false });
        if (isUndone) setPut(({ before }) => ({ before, now: before }));
        setNext({ act: isUndone ? 'insert' : 'done' });
      }),
    fix: (text) =>
      once(async () => {
        const delivery = await fill(() => actions.replace(text), fieldText.fixed, put.now);
        setNext({ act: delivery === 'done' ? 'undo' : 'fix' });
      }),
    move: (state) =>
      void once(async () => {
        await actions.moveToWindow(state);
      }),
  };
}
