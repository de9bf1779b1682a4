import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { begin } from '@/lib/platform/page/begin';

// First in the builder's page, and small: what the page begins with is on its way while the rest loads.
export default defineUnlistedScript(() => {
  begin();
});
