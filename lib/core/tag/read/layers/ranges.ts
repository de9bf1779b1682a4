import type { Range } from '../../../base/range';

/** Says of offsets, asked in order, whether they stand in one of these ranges, which are in order too. */
export function inRanges(ranges: readonly Range[]): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    while ((ranges[next]?.end ?? Infinity) <= offset) next += 1;
    return offset >= (ranges[next]?.start ?? Infinity);
  };
}
