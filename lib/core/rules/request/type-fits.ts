import type { Loader } from '../../recording/pixel-request';
import type { Rule } from './rule';

/** `t` says what the answer is, 1 JavaScript and 2 an image (seed); it must fit what loads it. */
export const typeFits: Rule = ({ request }) => {
  const { t } = request.url;
  const wanted = wantedBy(request.loader);
  if (t === null || t === '') {
    return { code: 'type-missing', severity: 'warning', values: wanted ? { wanted } : {} };
  }
  if (t !== '1' && t !== '2') return { code: 'type-bad', severity: 'error', values: { t } };
  if (wanted === null || wanted === t) return null;
  return { code: 'type-mismatch', severity: 'error', values: { t, wanted } };
};

function wantedBy(loader: Loader | null): '1' | '2' | null {
  if (loader === 'script') return '1';
  return loader === 'image' ? '2' : null;
}
