import { batch, computed, signal } from '@preact/signals';

import { createTurns } from '@/components/stores/turns';
import { type Failure, toFailure } from '@/lib/core/base/errors';

import type { KeptFile, KeptHead, ReportActions } from '../report-actions';

/** Why what is shown is not kept. */
export type NotKept = 'too-large' | 'gone' | Failure;

/** What another window did with the file of this report: it removed it, or keeps another. */
export type Elsewhere = 'removed' | KeptHead;

/**
 * What is kept beside the report that is open. Another window may keep something else, or remove it: what is shown here stays, and
 * a person is told.
 */
export function createKeeping(actions: ReportActions, idOf: () => string | null) {
  /** What is on the disk, as far as it was heard. */
  const there = signal<KeptHead | 'unreadable' | null>(null);
  /** What is known of the reading that is shown; `null` where it is not kept. */
  const mine = signal<KeptHead | null>(null);
  const notKept = signal<NotKept | null>(null);
  /** What is written and not answered: until then what is on the disk says nothing. */
  const writing = signal(0);
  const takeTurn = createTurns();
  const takeLook = createTurns();

  /** `null` where it failed, or what is shown is another by then. */
  async function write<T>(act: () => Promise<T>, counts: () => boolean): Promise<T | null> {
    writing.value += 1;
    try {
      const answer = await act();
      return counts() ? answer : null;
    } catch (error) {
      if (counts()) notKept.value = toFailure(error);
      return null;
    } finally {
      writing.value -= 1;
    }
  }

  const isStill = (own: KeptHead) => () => mine.value?.reading === own.reading;

  return {
    there,
    /** The same where it can be read. */
    kept: computed(() => (there.value === 'unreadable' ? null : there.value)),
    mine,
    notKept,
    elsewhere: computed((): Elsewhere | null => {
      const [own, other] = [mine.value, there.value];
      if (own === null || writing.value > 0 || other === 'unreadable') return null;
      if (other === null) return 'removed';
      return other.reading === own.reading ? null : other;
    }),
    /** Nothing is shown any more; `all`: and nothing is known of what is kept. */
    forget(all: boolean): void {
      takeTurn();
      batch(() => {
        mine.value = null;
        notKept.value = null;
        if (all) there.value = null;
      });
    },
    /** What is kept, to be shown; `null` where nothing is, or it cannot be read. */
    async load(): Promise<KeptFile | null> {
      const id = idOf();
      if (id === null) return null;
      const isLast = takeTurn();
      const found = await actions.keptFile(id);
      if (!isLast()) return null;
      const isRead = found !== null && found !== 'unreadable';
      const head = isRead ? headOf(found) : null;
      batch(() => {
        there.value = isRead ? head : found;
        mine.value = head;
      });
      return isRead ? found : null;
    },
    /** Looks what is kept now; `false` where that says nothing as yet. */
    async look(): Promise<boolean> {
      const id = idOf();
      const isLast = takeLook();
      if (id === null || writing.value > 0) return false;
      // What cannot be looked at is not known to be gone.
      const found = await actions.keptHead(id).catch(() => undefined);
      if (found === undefined || !isLast() || writing.value > 0 || id !== idOf()) return false;
      there.value = found;
      return true;
    },
    async keep(read: Omit<KeptFile, 'id' | 'reading' | 'readAt'>): Promise<void> {
      const id = idOf();
      if (id === null) return;
      notKept.value = null;
      const answer = await write(() => actions.keepFile({ ...read, id }), takeTurn());
      if (answer === null) return;
      batch(() => {
        if (typeof answer === 'string') notKept.value = answer;
        else mine.value = there.value = answer;
      });
    },
    async keepThreshold(threshold: number): Promise<void> {
      const own = mine.value;
      if (own === null || own.threshold === threshold) return;
      mine.value = { ...own, threshold };
      await write(() => actions.keepThreshold(own, threshold), isStill(own));
    },
    /** Removes what is shown; says whether it is gone, and not shown any more. */
    async remove(): Promise<boolean> {
      const own = mine.value;
      if (own === null) return true;
      return (await write(() => actions.removeFile(own), isStill(own))) !== null;
    },
  };
}

function headOf(kept: KeptFile): KeptHead {
  const { report: _, ...head } = kept;
  return head;
}
