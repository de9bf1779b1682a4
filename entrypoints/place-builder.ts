import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { offerPlacer } from '@/lib/platform/place/placer';

// Injected on demand into the frame that the builder is to stand in. Not one of WXT's content scripts:
// their context announces itself to the page.
export default defineUnlistedScript(() => {
  offerPlacer();
});
