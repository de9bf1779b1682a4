import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { leaveKit } from '@/lib/platform/button-kit';
import { createFieldButton } from '@/lib/platform/field-button';
import { findPlace } from '@/lib/platform/find-place';
import { fieldButtonText } from '@/lib/text/field-button';

// Injected into a frame when its first pixel field is met.
export default defineUnlistedScript(() => {
  leaveKit({ create: (events) => createFieldButton(fieldButtonText, events), findPlace });
});
