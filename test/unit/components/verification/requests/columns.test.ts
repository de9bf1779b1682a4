import { describe, expect, it } from 'vitest';

import { planColumns as planOf } from '@/components/ui/table/plan-columns';
import { REQUEST_COLUMNS } from '@/components/verification/requests/columns';
import {
  LIST_COLUMNS,
  type ListLayout,
  resizeColumn,
  USUAL_LAYOUT,
} from '@/lib/core/verification/list-layout';

const planColumns = (layout: ListLayout, width: number) => planOf(REQUEST_COLUMNS, layout, width);
const ALL = { ...USUAL_LAYOUT, columns: LIST_COLUMNS };

describe('the columns of a list', () => {
  it.each([
    [0, 8, 'not known: all of them'],
    [1280, 8, 'wide'],
    [550, 6, 'docked'],
    [320, 3, 'the narrowest'],
    [10, 1, 'next to nothing'],
  ])('at %d px are %d: %s', (width, count) => {
    const { columns, left } = planColumns(USUAL_LAYOUT, width);
    expect(columns).toHaveLength(count);
    expect(columns).toContain('findings');
    expect([...columns, ...left].toSorted()).toEqual(USUAL_LAYOUT.columns.toSorted());
  });

  it.each([320, 550, 800, 1280, 2000])('are never wider than %d px by themselves', (width) => {
    expect(planColumns(ALL, width).least).toBeLessThanOrEqual(width);
  });

  it('that a person made wider take nothing from others: the list is scrolled', () => {
    const wide = resizeColumn(USUAL_LAYOUT, 'tracker', 900);
    expect(planColumns(wide, 550).columns).toEqual(planColumns(USUAL_LAYOUT, 550).columns);
    expect(planColumns(wide, 550).least).toBeGreaterThan(900);
    expect(planColumns(wide, 550).template).toContain('900px');
  });
});
