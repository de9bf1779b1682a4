import { planReport, TOLD_COLUMNS } from '@/lib/core/report/plan';

import { custom, METAS, NOW, planOf, question } from '../unit/core/report/planned';

const DAYS = 100;

/** The question that the text below answers. */
export const BENCH_PLAN = planOf(
  planReport(question({ when: custom('2026-08-01', '2026-11-08') }), {
    metas: METAS,
    tracker: null,
    now: NOW,
  }),
);

/** A report as the service writes it, of 500 tuples and so many rows. */
export function reportText(rows: number): string {
  const lines = [BENCH_PLAN.columns.join(',')];
  for (let row = 0; row < rows; row += 1) {
    const tuple = Math.floor(row / DAYS) % 500;
    const day = new Date(Date.UTC(2026, 7, 1 + (row % DAYS))).toISOString().slice(0, 10);
    const told = TOLD_COLUMNS.map((_, at) => `${(at + 1) * 1000 + tuple},Name of ${tuple}`);
    lines.push(`${day},${told.join(',')},${row % 977},${(row % 311) / 100}`);
  }
  return `${lines.join('\n')}\n`;
}
