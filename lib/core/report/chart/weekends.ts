import type { Box, ChartValue } from './chart';
import { weekdayOf } from './periods';
import { round } from './round';

const LEAST_DAY_WIDTH = 4;

/** Saturdays and Sundays, those beside each other as one; none where a day is too narrow to show them. */
export function weekendsIn(
  values: readonly ChartValue[],
  from: number,
  step: number,
  dayWidth: number,
  tall: Pick<Box, 'y' | 'height'>,
): readonly Box[] {
  if (dayWidth < LEAST_DAY_WIDTH) return [];
  const boxes: Box[] = [];
  let begin: number | null = null;
  for (let at = 0; at <= values.length; at += 1) {
    const period = values[at]?.period;
    const isFree = period !== undefined && [0, 6].includes(weekdayOf(period));
    if (isFree) begin ??= at;
    if (isFree || begin === null) continue;
    boxes.push({ ...tall, x: round(from + begin * step), width: round((at - begin) * step) });
    begin = null;
  }
  return boxes;
}
