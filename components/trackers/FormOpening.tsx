import { useEffect, useState } from 'preact/hooks';

import { FormPage, type FormPageProps } from '@/components/trackers/FormPage';
import { Button } from '@/components/ui/Button';
import { FailureNotice, Notice } from '@/components/ui/Notice';
import type { Failure } from '@/lib/core/base/errors';
import { saveText } from '@/lib/text/trackers/form-remarks';
import { formText as text } from '@/lib/text/trackers/tracker-form';

/**
 * The form of a tracker, opened for the advertiser it belongs to: an address leads to any tracker, whichever
 * advertiser is chosen. A new one is of the chosen advertiser.
 */
export function FormOpening(props: FormPageProps) {
  const { advertiserId, trackerId, actions, fail } = props;
  const [found, setFound] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    if (trackerId === null) return;
    const find = async () => {
      const tracker = (await actions.findTracker(trackerId)) ?? (await actions.open(trackerId));
      setFound(tracker.advertiserId);
    };
    find().catch((error: unknown) => setFailure(fail(error)));
  }, [trackerId]);

  const back = <Button onClick={props.onBack}>{text.back}</Button>;
  if (failure) {
    return (
      <FailureNotice failure={failure}>
        <p>{back}</p>
      </FailureNotice>
    );
  }
  const owner = trackerId === null ? advertiserId : found;
  if (owner === null) {
    return (
      <div class="pb-row pb-spread">
        <p role="status">{text.loading}</p>
        {back}
      </div>
    );
  }
  return (
    <>
      {owner !== advertiserId && <Notice kind="info">{text.otherAdvertiser(owner)}</Notice>}
      <FormPage
        {...props}
        advertiserId={owner}
        whyNoCopy={owner === advertiserId ? null : saveText.duplicateElsewhere}
      />
    </>
  );
}
