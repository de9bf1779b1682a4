import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { offerHand } from '@/lib/platform/field/hand';

// Injected on demand into the frame of a field that the builder is opened for. Not one of WXT's
// content scripts: their context announces itself to the page.
export default defineUnlistedScript(() => {
  offerHand();
});
