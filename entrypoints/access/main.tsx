import { render } from 'preact';

import { AccessPage } from '@/components/pages/access/AccessPage';
import type { AccessAnswer } from '@/lib/core/recording/access-answer';
import { readAsked } from '@/lib/core/recording/access-asked';
import { createChangeTeller } from '@/lib/platform/channels/notices';
import { askForAccess } from '@/lib/platform/page/ask-for-access';
import { accessWords } from '@/lib/text/pages/access-window';

const asked = readAsked(new URLSearchParams(location.search));
const words = asked && accessWords(asked, import.meta.env.FIREFOX);
if (words) document.title = words.title;

const tell = createChangeTeller();
/** The browser is asked first, in the click itself. */
async function ask(): Promise<AccessAnswer> {
  if (!asked) return { answer: 'failed', detail: null };
  const answer = await askForAccess(asked);
  tell({ what: 'access', ids: null });
  return answer;
}

const root = document.getElementById('root');
if (root) {
  render(<AccessPage words={words} onAsk={ask} onClose={() => window.close()} />, root);
}
