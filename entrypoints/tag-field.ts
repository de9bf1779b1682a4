import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { onFocusButton } from '@/lib/platform/background/focus-button';
import { hostOfFrame } from '@/lib/platform/field/field-traits';
import { loadKit } from '@/lib/platform/button/load-kit';
import { isOrphan, takeOver } from '@/lib/platform/field/take-over';
import { tellDismissed, tellOpenBuilder } from '@/lib/platform/channels/tell-background';
import { watchDismissals } from '@/lib/platform/channels/watch-dismissals';
import { watchFields } from '@/lib/platform/field/watch-fields';
import { whenIdle } from '@/lib/platform/field/when-idle';

// A content script registered at run time, on the consoles a person has allowed
// (lib/platform/background/consoles.ts). Not one of WXT's: its context is a quarter of what we may weigh here,
// and announces itself to the page.
export default defineUnlistedScript(() => {
  const signal = takeOver();
  whenIdle(() => {
    watchFields({
      onFirst(watch) {
        watchDismissals(hostOfFrame(), watch.setDismissals, signal);
        onFocusButton(watch.focusButton, signal);
      },
      loadKit,
      onOpen: tellOpenBuilder,
      onDismiss: tellDismissed,
      isOrphan,
      signal,
    });
  }, signal);
});
