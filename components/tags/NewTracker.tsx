import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

import type { CannotSave } from '@/components/trackers/CannotNotice';
import { TrackerForm } from '@/components/trackers/TrackerForm';
import { Button } from '@/components/ui/Button';
import { focusIn } from '@/components/ui/focus-in';
import { FailureNotice } from '@/components/ui/Notice';
import { type Failure, toFailure } from '@/lib/core/base/errors';
import { emptyDraft, isChanged, type TrackerDraft } from '@/lib/core/tracker/draft';
import type { TrackerOption } from '@/lib/core/tracker/option';
import { builderText as text } from '@/lib/text/builder/builder';
import { pageText } from '@/lib/text/builder/page';
import { formText } from '@/lib/text/trackers/tracker-form';
import { uiText } from '@/lib/text/ui';

import type { BuilderActions } from './builder-actions';
import type { PressGate } from './press-gate';
import { PressLine } from './PressLine';

interface NewTrackerProps {
  actions: BuilderActions;
  gate: PressGate;
  /** Why nothing can be saved; `null` where it can. */
  cannot: CannotSave | null;
  onCreated: (tracker: TrackerOption) => void;
  onBack: () => void;
}

const EMPTY = emptyDraft();

/** The form of a new tracker, on the spot. What is typed is kept if the builder is closed. */
export function NewTracker({ actions, gate, cannot, onCreated, onBack }: NewTrackerProps) {
  const [kept, setKept] = useState<TrackerDraft | null | 'loading'>('loading');
  const [failure, setFailure] = useState<Failure | null>(null);
  const load = useCallback(() => {
    setFailure(null);
    actions.readDraft().then(setKept, (error: unknown) => setFailure(toFailure(error)));
  }, [actions]);
  useEffect(load, [load]);
  const relations = useMemo(
    () => ({
      search: actions.searchObjects,
      noteChosen: actions.noteChosen,
      sameInReports: actions.sameInReports,
    }),
    [actions],
  );
  const root = useRef<HTMLDivElement>(null);
  const isLoaded = kept !== 'loading';
  useLayoutEffect(() => focusIn(root.current, 'input'), [isLoaded]);
  // An empty form would write over what was kept.
  if (failure) {
    return (
      <FailureNotice failure={failure}>
        <div class="pb-row">
          <Button onClick={load}>{uiText.tryAgain}</Button>
          <Button kind="quiet" onClick={onBack}>
            {text.backToTag}
          </Button>
        </div>
      </FailureNotice>
    );
  }
  if (kept === 'loading') return null;
  return (
    <div ref={root}>
      <TrackerForm
        trackerId={null}
        original={EMPTY}
        initial={kept ?? EMPTY}
        restored={kept === null ? null : formText.restored}
        cannot={cannot}
        backLabel={text.backToTag}
        relations={relations}
        gate={{
          label: gate.state.kind === 'window' ? pageText.saveInWindow : formText.save,
          isOff: gate.state.kind === 'wait',
          may: gate.may,
          reason: <PressLine state={gate.state} />,
        }}
        onDraft={(draft) => actions.keepDraft(isChanged(EMPTY, draft) ? draft : null)}
        onSave={async (changes) => {
          const created = await actions.createTracker(changes);
          // It is there now: were this to fail the save, a second press would make another.
          await actions.keepDraft(null).catch(() => {});
          onCreated(created);
        }}
        onBack={onBack}
      />
    </div>
  );
}
