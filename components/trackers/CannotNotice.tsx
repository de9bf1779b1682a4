import { Notice, StatedNotice } from '@/components/ui/Notice';
import { errorText } from '@/lib/text/errors';
import { popupText } from '@/lib/text/pages/popup';

/** Why a tracker cannot be saved: the user only reads, or the member has no trackers. */
export type CannotSave = 'read-only' | 'not-enabled';

const notEnabled = errorText({
  code: 'trackers-not-enabled',
  detail: null,
  retryAfterSeconds: null,
});

/** Says so above the list, and before a person fills in a form. */
export function CannotNotice({ cannot }: { cannot: CannotSave }) {
  if (cannot === 'read-only') return <Notice kind="info">{popupText.readOnly}</Notice>;
  return <StatedNotice kind="warning" sentence={notEnabled.sentence} next={notEnabled.next} />;
}
