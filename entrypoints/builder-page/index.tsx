import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { toFailure } from '@/lib/core/base/errors';
import { readToken } from '@/lib/platform/page/begin';
import { startBuilder } from '@/lib/platform/page/builder-messages';

import { show } from './show';

// The builder's page in one file of its own, beside the modules that other pages share: a dozen files
// one after the other are slow to come.
export default defineUnlistedScript(() => {
  const token = readToken();
  const root = document.getElementById('root');
  // Without a token that the background knows this page stays empty, whoever has it in a frame.
  if (token === null || !root) return;
  const starting = startBuilder(token);
  starting.then(
    (start) => show({ token, root, starting, start }),
    (error: unknown) => {
      if (toFailure(error).code === 'builder-closed') return;
      show({ token, root, starting, start: null });
    },
  );
});
