import { CopyPlus } from 'lucide';
import { useState } from 'preact/hooks';

import { createDraft, type DraftActions } from '@/components/stores/draft';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import type { TrackerDraft } from '@/lib/core/tracker/draft';
import { formDraftKey } from '@/lib/core/tracker/draft-key';
import { KeptFormSchema } from '@/lib/core/tracker/kept-form';
import { saveText as text } from '@/lib/text/trackers/form-remarks';

interface DuplicateTrackerProps {
  id: number;
  /** What the form shows. */
  typed: TrackerDraft;
  advertiserId: number;
  actions: DraftActions;
  /** Why it cannot be duplicated here; `null` where it can. */
  why: string | null;
  onFail: (error: unknown) => void;
  /** Goes to the form of a new tracker. */
  onNew: () => void;
}

/** The button that begins a copy, and what it asks first where that would take the place of something typed. */
export function DuplicateTracker(props: DuplicateTrackerProps) {
  const { id, typed, advertiserId, actions, why, onFail, onNew } = props;
  const [asking, setAsking] = useState<string | null>(null);
  const kept = () => createDraft(actions, formDraftKey(advertiserId, null), KeptFormSchema);
  const duplicate = async () => {
    // Whether a code may be there twice is not documented.
    const draft = { ...typed, name: text.copyName(typed.name), code: '' };
    await kept().write({ draft, copyOf: id });
    onNew();
  };
  const press = async () => {
    const half = await kept().read();
    if (half === null) await duplicate();
    else setAsking(half.draft.name);
  };
  return (
    <>
      <Button
        kind="quiet"
        icon={CopyPlus}
        disabled={why !== null}
        {...(why !== null && { title: why })}
        onClick={() => void press().catch(onFail)}
      >
        {text.duplicate}
      </Button>
      {asking !== null && (
        <Dialog title={text.replaceTitle} onCancel={() => setAsking(null)}>
          <p>{text.replaceSentence(asking)}</p>
          <div class="pb-row pb-spread">
            <Button onClick={() => setAsking(null)}>{text.cancel}</Button>
            <Button onClick={onNew}>{text.goOn}</Button>
            <Button kind="danger" onClick={() => void duplicate().catch(onFail)}>
              {text.replace}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
