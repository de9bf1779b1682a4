// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { useRef } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { type RowLayout, useVirtualRows } from '@/components/ui/use-virtual-rows';

import { PretendLayout } from './pretend-layout';

const PLAIN = { rowHeight: 32 };
const HEADED = { rowHeight: 32, headHeight: 26 };
const TALL = { rowHeight: 68 };
const byWidth = (width: number) => (width < 680 ? TALL : HEADED);

interface ListProps {
  count: number;
  layoutAt: (width: number) => RowLayout;
  keepAtEnd?: boolean;
}

async function show(props: ListProps, height = 320) {
  const layout = new PretendLayout({ width: 800, height });
  let seen: ReturnType<typeof useVirtualRows> | null = null;
  function List(given: ListProps) {
    const scroller = useRef<HTMLDivElement>(null);
    seen = useVirtualRows(scroller, given);
    const { rowHeight, headHeight = 0 } = seen.layout;
    return (
      <div ref={scroller} data-testid="scroller">
        <div style={{ height: `${headHeight}px` }} />
        <div style={{ height: `${given.count * rowHeight}px` }} />
      </div>
    );
  }
  const { rerender } = render(<List {...props} />);
  const element = screen.getByTestId('scroller');
  await layout.frame(element);
  return {
    element,
    rows() {
      if (seen === null) throw new Error('Not rendered');
      return seen;
    },
    drawn() {
      const { first, last } = this.rows();
      return [first, last];
    },
    scroll: (top: number) => layout.scroll(element, top),
    resize: (width: number, to: number) => layout.resize(element, { width, height: to }),
    frame: () => layout.frame(element),
    async change(to: Partial<ListProps>) {
      rerender(<List {...props} {...to} />);
      await layout.frame(element);
    },
  };
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the rows that are drawn', () => {
  it.each<[string, number, number, number, RowLayout, number, number]>([
    // what, how many, scrolled to, height of the window, layout, first, last
    ['none of none', 0, 0, 320, PLAIN, 0, 0],
    ['all of a few', 5, 0, 320, PLAIN, 0, 5],
    ['those in view and a few more', 1000, 0, 320, PLAIN, 0, 18],
    ['as many above', 1000, 3200, 320, PLAIN, 92, 118],
    ['with parts of rows at both ends', 1000, 3210, 320, PLAIN, 92, 119],
    ['with a head, which moves them down', 1000, 3210, 320, HEADED, 91, 118],
    ['up to the end', 1000, 1e9, 320, PLAIN, 982, 1000],
    ['up to the end, with a head', 1000, 1e9, 320, HEADED, 982, 1000],
    ['tall ones', 1000, 6800, 320, TALL, 92, 113],
    ['of a hundred thousand', 100_000, 1_600_000, 320, PLAIN, 49_992, 50_018],
    ['as for 600 pixels where there is no height', 1000, 0, 0, PLAIN, 0, 27],
  ])('%s', async (_, count, top, height, layout, first, last) => {
    const list = await show({ count, layoutAt: () => layout }, height);
    await list.scroll(top);
    expect(list.drawn()).toEqual([first, last]);
  });

  it('are more in a larger window', async () => {
    const list = await show({ count: 1000, layoutAt: () => PLAIN });
    await list.resize(800, 640);
    expect(list.drawn()).toEqual([0, 28]);
  });

  it('are others when there are fewer than were scrolled past', async () => {
    const list = await show({ count: 1000, layoutAt: () => PLAIN });
    await list.scroll(20_000);
    await list.change({ count: 20 });
    expect(list.drawn()).toEqual([2, 20]);
    await list.change({ count: 0 });
    expect(list.drawn()).toEqual([0, 0]);
  });

  it.each<[string, RowLayout, number, number]>([
    ['with a head', HEADED, 203, 230],
    ['without a head', PLAIN, 204, 231],
  ])('%s, are others where a width makes them taller', async (_, wide, first, last) => {
    const layoutAt = (width: number) => (width < 680 ? TALL : wide);
    const list = await show({ count: 1000, layoutAt });
    await list.scroll(6800);
    expect(list.rows().layout).toBe(wide);
    expect(list.drawn()).toEqual([first, last]);
    await list.resize(600, 320);
    expect(list.rows().layout).toBe(TALL);
    expect(list.drawn()).toEqual([92, 113]);
    await list.resize(800, 320);
    expect(list.rows().layout).toBe(wide);
    expect(list.drawn()).toEqual([first, last]);
  });
});

describe('a row that is scrolled to comes just into view', () => {
  it.each<[string, number, number, number, RowLayout, number]>([
    // what, scrolled to, row, height of the window, layout, scrolled to then
    ['in view', 0, 5, 320, PLAIN, 0],
    ['the last in view', 0, 9, 320, PLAIN, 0],
    ['the first below', 0, 10, 320, PLAIN, 32],
    ['partly below', 16, 10, 320, PLAIN, 32],
    ['the first in view', 3200, 100, 320, PLAIN, 3200],
    ['the first above', 3200, 99, 320, PLAIN, 3168],
    ['partly above', 3210, 100, 320, PLAIN, 3200],
    ['far below', 0, 999, 320, PLAIN, 31_680],
    ['far above', 31_680, 0, 320, PLAIN, 0],
    ['the last in view, with a head', 0, 8, 320, HEADED, 0],
    ['the first below, with a head', 0, 9, 320, HEADED, 26],
    ['under the head', 3210, 100, 320, HEADED, 3200],
    ['far below, with a head', 0, 999, 320, HEADED, 31_706],
    ['in a window lower than a row', 0, 3, 20, PLAIN, 96],
  ])('%s', async (_, from, index, height, layout, to) => {
    const list = await show({ count: 1000, layoutAt: () => layout }, height);
    await list.scroll(from);
    list.rows().scrollTo(index);
    expect(list.element.scrollTop).toBe(to);
    await list.frame();
    expect(list.element.scrollTop).toBe(to);
    const [first = 0, last = 0] = list.drawn();
    expect(first <= index && index < last).toBe(true);
  });

  it('also several times within a frame', async () => {
    const list = await show({ count: 1000, layoutAt: () => PLAIN });
    for (const index of [999, 0, 10, 9, 1]) list.rows().scrollTo(index);
    expect(list.element.scrollTop).toBe(32);
  });
});

describe('a page', () => {
  it.each([
    [320, PLAIN, 9],
    [335, PLAIN, 9],
    [352, PLAIN, 10],
    [600, TALL, 7],
    [20, PLAIN, 1],
    [0, PLAIN, 17],
  ])('of %i pixels, by %j, has %i rows', async (height, layout, rows) => {
    const list = await show({ count: 1000, layoutAt: () => layout }, height);
    expect(list.rows().pageSize).toBe(rows);
  });

  it('has more rows in a larger window', async () => {
    const list = await show({ count: 1000, layoutAt: () => PLAIN });
    await list.resize(800, 352);
    expect(list.rows().pageSize).toBe(10);
  });
});

describe('the end', () => {
  type Shown = Awaited<ReturnType<typeof show>>;
  type Step = (list: Shown) => Promise<void>;
  const hold =
    (count: number): Step =>
    (list) =>
      list.change({ count });
  const stand =
    (layout: RowLayout): Step =>
    (list) =>
      list.change({ layoutAt: () => layout });
  const scroll =
    (top: number): Step =>
    (list) =>
      list.scroll(top);
  const resize =
    (width: number, height: number): Step =>
    (list) =>
      list.resize(width, height);

  // A hundred rows below a head, in 320 pixels: the end is at 2906.
  it.each<[string, readonly Step[], 'end' | number]>([
    ['is in view at first', [], 'end'],
    ['stays in view when rows come', [hold(101), hold(500)], 'end'],
    ['stays in view in a lower window', [resize(800, 200)], 'end'],
    ['stays in view in a higher window', [resize(800, 900)], 'end'],
    ['stays in view in a lower window when rows come', [resize(800, 200), hold(200)], 'end'],
    ['stays in view when rows get taller', [resize(600, 320)], 'end'],
    ['stays in view when all rows get taller', [stand(TALL)], 'end'],
    ['stays in view when rows get lower', [resize(600, 320), resize(800, 320)], 'end'],
    ['is left by scrolling', [scroll(2000), hold(200)], 2000],
    ['is left by scrolling, whatever the window', [scroll(2000), resize(800, 900)], 2000],
    ['is left by scrolling, also at the top', [scroll(0), hold(200), resize(800, 200)], 0],
    ['is left by scrolling more than 32 pixels', [scroll(2873), hold(200)], 2873],
    ['is not left by scrolling less', [scroll(2874), hold(200)], 'end'],
    ['is wanted again by scrolling there', [scroll(0), scroll(2906), hold(200)], 'end'],
    ['is wanted again by a list that became short', [scroll(1000), hold(3), hold(200)], 'end'],
    ['is not wanted again by a high window', [scroll(2000), resize(800, 1000), hold(200)], 2000],
  ])('%s', async (_, steps, wanted) => {
    const list = await show({ count: 100, layoutAt: byWidth, keepAtEnd: true });
    for (const step of steps) await step(list);
    const { scrollTop, scrollHeight, clientHeight } = list.element;
    expect(scrollTop).toBe(wanted === 'end' ? scrollHeight - clientHeight : wanted);
  });

  it('of a list that is not to be kept there is not looked for', async () => {
    const list = await show({ count: 100, layoutAt: byWidth });
    expect(list.element.scrollTop).toBe(0);
    await list.scroll(2906);
    await list.change({ count: 200 });
    expect(list.element.scrollTop).toBe(2906);
  });
});
