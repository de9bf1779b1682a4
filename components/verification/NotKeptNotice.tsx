import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { notKeptText as text } from '@/lib/text/not-kept';
import { formatTime } from '@/lib/text/verification/verification';
import { runText } from '@/lib/text/verification/verification-run';

import type { VerificationModel } from './verification-model';

/** The recording has as many requests as one keeps: what began since is not among them. */
export function NotKeptNotice({ model }: { model: VerificationModel }) {
  const notKept = model.verification.value?.notKept;
  if (!notKept) return null;
  const isLive = model.live.value;
  const mayRepeat = isLive && model.actions.repeat !== null;
  const next = mayRepeat ? text.next : isLive ? text.nextWithout : text.nextSaved;
  return (
    <div class="pb-verification-notice">
      <Notice kind="warning">
        <div class="pb-row pb-spread pb-wrap">
          <span>
            <strong>{text.full(formatTime(notKept.since))}</strong> {text.count(notKept.count)}{' '}
            {next}
          </span>
          {mayRepeat && <Button onClick={model.run.repeat}>{runText.repeat}</Button>}
        </div>
      </Notice>
    </div>
  );
}
