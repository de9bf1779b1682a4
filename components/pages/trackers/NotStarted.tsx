import { Button } from '@/components/ui/Button';
import { FailureNotice } from '@/components/ui/Notice';
import { uiText } from '@/lib/text/ui';

import type { TrackersModel } from './trackers-model';

/** Why nothing can be shown, and another try; nothing while it is still beginning. */
export function NotStarted({ model }: { model: TrackersModel }) {
  const failure = model.startFailure.value;
  if (!failure) return null;
  return (
    <FailureNotice failure={failure}>
      <p>
        <Button onClick={() => void model.start()}>{uiText.tryAgain}</Button>
      </p>
    </FailureNotice>
  );
}
