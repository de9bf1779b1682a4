import { defineContentScript } from 'wxt/utils/define-content-script';

import { tellOpenBuilder } from '@/lib/platform/tell-background';
import { watchFields } from '@/lib/platform/watch-fields';
import { FIELD_BUTTON_LABEL } from '@/lib/text/field-button';

// Registered at run time, on the consoles a person has allowed (lib/platform/consoles.ts).
export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  main(ctx) {
    watchFields(FIELD_BUTTON_LABEL, tellOpenBuilder, ctx.signal);
  },
});
