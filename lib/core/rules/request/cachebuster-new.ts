import { macroLeftIn } from './macro-left';
import type { Rule } from './rule';

/** The cachebuster differs from those this tracker was called with before. */
export const cachebusterNew: Rule = ({ request, cachebusterSeenBefore, servers }) => {
  const value = request.url.cachebuster;
  if (!cachebusterSeenBefore || !value || macroLeftIn(value, servers)) return null;
  return { code: 'cachebuster-repeated', severity: 'warning', values: { value } };
};
