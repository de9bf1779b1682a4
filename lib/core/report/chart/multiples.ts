import { mostOf } from '../../base/long-lists';
import type { Chart, ChartOptions } from './chart';
import { drawChart } from './draw-chart';
import type { Pairs } from './pairs';

/** `shared`: one axis for all, so that they are compared; `own`: one each, so that a small one shows its form. */
export type MultipleScale = 'shared' | 'own';

/** Small pictures, one for each of several, in their order. */
export function drawMultiples(
  all: readonly Pairs[],
  scale: MultipleScale,
  options: Omit<ChartOptions, 'worst' | 'most' | 'withDifference'>,
): readonly Chart[] {
  const most = mostOf(
    all.flatMap(({ pairs }) =>
      pairs.flatMap(({ counted, thirdParty }) => [counted ?? 0, thirdParty ?? 0]),
    ),
  );
  return all.map((one) =>
    drawChart(one, {
      ...options,
      worst: null,
      withDifference: false,
      ...(scale === 'shared' && { most: most ?? 0 }),
    }),
  );
}
