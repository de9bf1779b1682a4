import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { leaveKit } from '@/lib/platform/button/load-kit';
import { createFieldButton } from '@/lib/platform/button/field-button';
import { findPlace } from '@/lib/platform/button/find-place';
import { fieldButtonText } from '@/lib/text/builder/field-button';

// Injected into a frame when its first pixel field is met.
export default defineUnlistedScript(() => {
  leaveKit({ create: (events) => createFieldButton(fieldButtonText, events), findPlace });
});
