// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useRef } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { useStillRows } from '@/components/ui/table/use-still-rows';

import { PretendLayout } from '../../ui/pretend-layout';

const ROW = 24;
const HEIGHT = 240;

interface ListProps {
  keys: readonly string[];
  order: string;
}

function List({ keys, order }: ListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const still = useStillRows({
    scroller,
    rowHeight: ROW,
    order,
    keyAt: (index) => keys[index] ?? null,
    indexOf: (key) => keys.indexOf(key),
  });
  return (
    <div ref={scroller} data-testid="scroller" {...still.handlers}>
      <div style={{ height: `${ROW}px` }} />
      <div style={{ height: `${keys.length * ROW}px` }}>
        {keys.map((key, index) => (
          <button key={key} type="button" data-index={index} data-testid={key}>
            {key}
          </button>
        ))}
      </div>
    </div>
  );
}

function show(keys: readonly string[]) {
  const layout = new PretendLayout({ width: 800, height: HEIGHT });
  const { rerender } = render(<List keys={keys} order="time" />);
  const element = screen.getByTestId('scroller');
  return {
    element,
    scroll: (top: number) => layout.scroll(element, top),
    change: (to: readonly string[], order = 'time') => rerender(<List keys={to} order={order} />),
    /** Where a row is on the screen, in pixels below the list's upper edge. */
    placeOf: (key: string) => {
      const index = Number(screen.getByTestId(key).dataset.index);
      return ROW + index * ROW - element.scrollTop;
    },
  };
}
const rows = (count: number) => Array.from({ length: count }, (_, index) => `row ${index}`);

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const AT: readonly (readonly [string, (key: string) => void])[] = [
  ['the pointer', (key) => void fireEvent.pointerOver(screen.getByTestId(key))],
  ['the focus', (key) => act(() => screen.getByTestId(key).focus())],
];

describe.each(AT)('the row that %s is at stays', (_, beAt) => {
  it('where others come before it', async () => {
    const list = show(rows(100));
    await list.scroll(480);
    beAt('row 25');
    const before = list.placeOf('row 25');
    list.change(['new 1', 'new 2', ...rows(100)]);
    expect(list.placeOf('row 25')).toBe(before);
    list.change([...rows(100), 'new 3']);
    expect(list.placeOf('row 25')).toBe(before);
  });

  it('where one comes in between it and the upper edge', async () => {
    const list = show(rows(100));
    await list.scroll(480);
    beAt('row 25');
    const before = list.placeOf('row 25');
    list.change(rows(100).toSpliced(23, 0, 'new'));
    expect(list.placeOf('row 25')).toBe(before);
  });
});

it('the first row in view stays where nobody is at any', async () => {
  const list = show(rows(100));
  await list.scroll(480);
  const before = list.placeOf('row 20');
  list.change(['new', ...rows(100)]);
  expect(list.placeOf('row 20')).toBe(before);
});

it('at the upper end what comes there is seen', () => {
  const list = show(rows(100));
  list.change(['new', ...rows(100)]);
  expect(list.element.scrollTop).toBe(0);
});

it('a list too short to be scrolled is given room below, until the pointer has left', () => {
  const list = show(rows(3));
  fireEvent.pointerOver(screen.getByTestId('row 1'));
  list.change(['new 1', 'new 2', ...rows(3)]);
  expect(Number.parseFloat(list.element.style.paddingBottom)).toBe(2 * ROW);
  fireEvent.pointerLeave(list.element);
  expect(list.element.style.paddingBottom).toBe('');
});

it('in another order all rows go to their places, and the first is shown', async () => {
  const list = show(rows(100));
  await list.scroll(480);
  list.change(rows(100).toReversed(), 'tracker');
  expect(list.element.scrollTop).toBe(0);
});
