// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { RowList } from '@/components/sheets/RowList';

// There is no layout here; a list that draws only what is in view needs a height.
vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
afterEach(cleanup);

const ITEMS = [1, 2, 3, 4, 5, 6];

function Chosen({ items = ITEMS }: { items?: readonly number[] }) {
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const toggle = (one: number) =>
    setChosen(chosen.includes(one) ? chosen.filter((it) => it !== one) : [...chosen, one]);
  const add = (some: readonly number[], dropped: readonly number[] = []) => {
    const kept = chosen.filter((one) => !dropped.includes(one));
    setChosen([...new Set([...kept, ...some])]);
  };
  return (
    <RowList
      label="Numbers"
      items={items}
      keyOf={(one) => one}
      rowHeight={20}
      isSelected={(one) => chosen.includes(one)}
      onChoose={toggle}
      onChooseAll={() => add(items)}
      onChooseRange={add}
      render={(one) => `Nº ${one}`}
    />
  );
}

const chosen = () =>
  screen
    .queryAllByRole('option', { selected: true })
    .map((row) => Number(row.textContent.slice(3)));
const click = (one: number) => user.click(screen.getByText(`Nº ${one}`));

let user = userEvent.setup();
beforeEach(() => {
  user = userEvent.setup();
});

const shiftClick = async (one: number) => {
  await user.keyboard('{Shift>}');
  await click(one);
  await user.keyboard('{/Shift}');
};

it('chooses all between two clicks, the second with Shift, in either direction', async () => {
  render(<Chosen />);
  await click(2);
  await shiftClick(5);
  expect(chosen()).toEqual([2, 3, 4, 5]);
  await click(6);
  await shiftClick(5);
  expect(chosen()).toEqual([2, 3, 4, 5, 6]);
});

it.each<[string, string, number[]]>([
  ['Shift and arrows', '{Shift>}{ArrowDown}{ArrowDown}{/Shift}', [1, 2, 3]],
  ['Shift and End', ' {Shift>}{End}{/Shift}', [1, 2, 3, 4, 5, 6]],
  ['arrows alone choose nothing', '{ArrowDown}{ArrowDown}', []],
  ['on from where was last chosen', '{ArrowDown} {Shift>}{ArrowDown}{/Shift}', [2, 3]],
  ['back again', ' {Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}', [1, 2, 3]],
  ['back to where it began', ' {Shift>}{ArrowDown}{ArrowDown}{Home}{/Shift}', [1]],
  ['over to the other side', '{ArrowDown}{ArrowDown} {Shift>}{End}{Home}{/Shift}', [1, 2, 3]],
  ['all', '{Control>}a{/Control}', ITEMS],
])('%s', async (_, keys, expected) => {
  render(<Chosen />);
  screen.getByRole('listbox').focus();
  await user.keyboard(keys);
  expect(chosen()).toEqual(expected);
});

it('leaves what had been chosen before where a range goes back over it', async () => {
  render(<Chosen />);
  await click(4);
  await click(1);
  await shiftClick(5);
  await shiftClick(2);
  expect(chosen()).toEqual([1, 2, 4]);
});

it('begins a range at the row that was chosen, wherever a search has put it', async () => {
  const { rerender } = render(<Chosen />);
  await click(4);
  rerender(<Chosen items={[1, 4, 5, 6]} />);
  await shiftClick(6);
  expect(chosen()).toEqual([4, 5, 6]);
});
