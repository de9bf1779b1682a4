import type { Chart, ChartOptions } from './chart';
import { drawChart } from './draw-chart';
import type { Pairs } from './pairs';

/** `shared`: one axis for all, so that they are compared; `own`: one each, so that a small one shows its form. */
export type MultipleScale = 'shared' | 'own';

/** What draws small pictures of several, each once it is wanted. */
export function multiplesOf(
  all: readonly Pairs[],
  scale: MultipleScale,
  options: Omit<ChartOptions, 'worst' | 'most' | 'withDifference'>,
): (one: Pairs) => Chart {
  let most = 0;
  for (const { pairs } of all) {
    for (const { counted, thirdParty } of pairs) {
      most = Math.max(most, counted ?? 0, thirdParty ?? 0);
    }
  }
  const shared = scale === 'shared' ? { most } : {};
  return (one) => drawChart(one, { ...options, ...shared, worst: null, withDifference: false });
}
