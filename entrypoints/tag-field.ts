import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { onFocusButton } from '@/lib/platform/focus-button';
import { hostOfFrame } from '@/lib/platform/field-traits';
import { loadKit } from '@/lib/platform/button-kit';
import { isOrphan, takeOver } from '@/lib/platform/take-over';
import { tellDismissed, tellOpenBuilder } from '@/lib/platform/tell-background';
import { watchDismissals } from '@/lib/platform/watch-dismissals';
import { watchFields } from '@/lib/platform/watch-fields';
import { whenIdle } from '@/lib/platform/when-idle';

// A content script registered at run time, on the consoles a person has allowed
// (lib/platform/consoles.ts). Not one of WXT's: its context is a quarter of what we may weigh here,
// and announces itself to the page.
export default defineUnlistedScript(() => {
  const signal = takeOver();
  whenIdle(() => {
    const watch = watchFields({
      loadKit,
      onOpen: tellOpenBuilder,
      onDismiss: tellDismissed,
      isOrphan,
      signal,
    });
    watchDismissals(hostOfFrame(), watch.setDismissals, signal);
    onFocusButton(watch.focusButton, signal);
  }, signal);
});
