import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { accessText as text } from '@/lib/text/verification/access';

import type { AccessModel } from './access-model';

/** What cannot be seen of the page that is recorded, in one line, and the offer to ask for it. */
export function AccessNotice({ access }: { access: AccessModel }) {
  const offer = access.offer.value;
  if (!offer) return null;
  const { page, isOfPage, frames, canAsk, isWaiting } = offer;
  return (
    <div class="pb-verification-notice">
      <Notice kind="info">
        <div class="pb-row pb-spread pb-wrap">
          <span>
            {isOfPage
              ? text.notSeen(page, frames, access.isFirefox)
              : text.notSeenOfFrames(frames, access.isFirefox)}{' '}
            {isWaiting ? text.waiting : !canAsk && text.cannotAsk}
          </span>
          <span class="pb-row pb-wrap">
            {canAsk && (
              <Button title={text.allowWhy} onClick={() => void access.ask()}>
                {text.allow}
              </Button>
            )}
            {!isWaiting && (
              <Button kind="quiet" onClick={() => void access.putOff()}>
                {text.putOff}
              </Button>
            )}
          </span>
        </div>
      </Notice>
    </div>
  );
}
