import { render } from 'preact';

import { AccessPage } from '@/components/pages/access/AccessPage';
import type { AccessAnswer } from '@/lib/core/recording/access-answer';
import { readSites } from '@/lib/core/recording/sites-to-allow';
import { requestSites } from '@/lib/platform/background/access';
import { createChangeTeller } from '@/lib/platform/channels/notices';
import { accessText as text } from '@/lib/text/verification/access';

const sites = readSites(new URLSearchParams(location.search).getAll('site'));
const [page] = sites;
if (page !== undefined) document.title = text.title(page);

const tell = createChangeTeller();
/** The browser is asked first, in the click itself. */
async function ask(): Promise<AccessAnswer> {
  const answer = await requestSites(sites);
  tell({ what: 'access', ids: null });
  return answer;
}

const root = document.getElementById('root');
if (root) {
  render(
    <AccessPage
      sites={sites}
      isFirefox={import.meta.env.FIREFOX}
      onAsk={ask}
      onClose={() => window.close()}
    />,
    root,
  );
}
