import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import type { Draft } from '@/components/stores/draft';
import type { JobNotice } from '@/components/stores/tracker-list';
import type { Said } from '@/components/ui/Notice';
import type { Failure } from '@/lib/core/base/errors';
import type { KeptForm } from '@/lib/core/tracker/kept-form';
import { formSubject } from '@/lib/core/tracker/plan';
import type { Tracker } from '@/lib/core/tracker/tracker';

import { deletedText, savedText } from './saved-text';
import type { TrackerActions } from './tracker-actions';

interface GiveWayParts {
  readonly advertiserId: number;
  readonly trackerId: number | null;
  readonly actions: Pick<TrackerActions, 'findTracker'>;
  readonly draft: Pick<Draft<KeptForm>, 'read'>;
  /** The job of which it was last told that it is done. */
  readonly jobDone: JobNotice | null;
  /** Whether what is typed here could not be kept. */
  readonly isUnkept: RefObject<boolean>;
  /** Whether this form itself is being saved. */
  readonly isBusy: RefObject<boolean>;
  readonly known: Tracker | null;
  readonly fail: (error: unknown) => Failure;
  /** Nothing is typed, and the tracker is another by now. */
  readonly onNewer: (tracker: Tracker) => void;
  readonly finish: (id: number, tracker: Tracker | null, said: Said) => void;
}

/** The same form in another window has saved or deleted it: this one goes, or shows it; what was typed here since stays. */
export function useGiveWay(parts: GiveWayParts): void {
  const { advertiserId, trackerId, jobDone: done, fail, finish } = parts;
  const doneBefore = useRef(done);
  useEffect(() => {
    const [id] = done?.ids ?? [];
    if (done === doneBefore.current || id === undefined) return;
    if (done?.subject !== formSubject(advertiserId, trackerId)) return;
    const giveWay = async () => {
      const [tracker, typed] = await Promise.all([
        parts.actions.findTracker(id),
        parts.draft.read(),
      ]);
      if (parts.isBusy.current || parts.isUnkept.current || typed !== null) return;
      if (!tracker) finish(id, null, deletedText(parts.known));
      else if (trackerId === null) finish(id, tracker, savedText(null, tracker, null));
      else parts.onNewer(tracker);
    };
    giveWay().catch(fail);
  }, [done]);
}
