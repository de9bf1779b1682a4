import { Button } from '@/components/ui/Button';
import { Notice, type Said } from '@/components/ui/Notice';
import { morePlacementsText, refusedText } from '@/lib/text/trackers/form-remarks';
import { versionsText } from '@/lib/text/trackers/versions';

import { type LoadedForm, newerVersion } from './load-form';
import { TrackerFacts } from './TrackerFacts';

interface FormHeadProps {
  form: LoadedForm;
  /** What is said of the tracker that was saved before. */
  said: Said | null;
  /** Whether nothing else says already that the person may not save. */
  isAllowed: boolean;
  onCompare: () => void;
}

/** What a person should know before they fill in the form, and what they do not write themselves. */
export function FormHead({ form, said, isAllowed, onCompare }: FormHeadProps) {
  const morePlacements = form.tracker?.morePlacements ?? 0;
  const { refused } = form;
  return (
    <>
      {said && <Notice kind={said.kind}>{said.text}</Notice>}
      {form.tracker && <TrackerFacts tracker={form.tracker} />}
      {morePlacements > 0 && <Notice kind="warning">{morePlacementsText(morePlacements)}</Notice>}
      {isAllowed && refused !== null && <Notice kind="warning">{refusedText(refused)}</Notice>}
      {newerVersion(form) && (
        <Notice kind="warning">
          <span>{versionsText.stale}</span>{' '}
          <Button kind="quiet" onClick={onCompare}>
            {versionsText.compare}
          </Button>
        </Notice>
      )}
    </>
  );
}
