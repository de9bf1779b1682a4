import { defineContentScript } from 'wxt/utils/define-content-script';

import { onFocusButton } from '@/lib/platform/focus-button';
import { tellDismissed, tellOpenBuilder } from '@/lib/platform/tell-background';
import { watchDismissals } from '@/lib/platform/watch-dismissals';
import { watchFields } from '@/lib/platform/watch-fields';
import { fieldButtonText } from '@/lib/text/field-button';

// Registered at run time, on the consoles a person has allowed (lib/platform/consoles.ts).
export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  main({ signal }) {
    const watch = watchFields({
      text: fieldButtonText,
      onOpen: tellOpenBuilder,
      onDismiss: tellDismissed,
      signal,
    });
    watchDismissals(watch.setDismissals, signal);
    onFocusButton(watch.focusButton, signal);
  },
});
