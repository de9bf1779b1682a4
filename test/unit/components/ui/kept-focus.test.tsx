// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useRef, useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { useKeptFocus } from '@/components/ui/use-kept-focus';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});
// Nothing is laid out here.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue(
    Object.assign([new DOMRect(0, 0, 9, 9)], { item: () => null }),
  );
});

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('a button that is turned off while it has the focus', () => {
  function Refresh({ onPress }: { onPress: () => void }) {
    const [isOff, turn] = useState(false);
    const press = () => {
      onPress();
      turn(true);
    };
    return (
      <form onSubmit={(event) => event.preventDefault()}>
        <Button disabled={isOff} onClick={press} type="submit">
          Save
        </Button>
        <Button onClick={() => turn(false)}>On</Button>
        <Button disabled>Never</Button>
      </form>
    );
  }

  it('keeps it, does nothing, and is turned off for good once the focus is elsewhere', async () => {
    const onPress = vi.fn();
    render(<Refresh onPress={onPress} />);
    await userEvent.click(button('Save'));
    expect(document.activeElement).toBe(button('Save'));
    expect(button('Save').getAttribute('aria-disabled')).toBe('true');
    expect(button('Save').disabled).toBe(false);
    const submitted = vi.fn();
    button('Save').form?.addEventListener('submit', submitted);
    await userEvent.keyboard('{Enter} ');
    expect(onPress).toHaveBeenCalledTimes(1);
    expect(submitted).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(button('Save').disabled).toBe(true);
    expect(button('Save').getAttribute('aria-disabled')).toBeNull();
    await userEvent.click(button('On'));
    expect(button('Save').disabled).toBe(false);
  });

  it('is as ever where it has not', () => {
    render(<Refresh onPress={() => {}} />);
    expect(button('Never').disabled).toBe(true);
    expect(button('Never').getAttribute('aria-disabled')).toBeNull();
  });
});

describe('a dialog', () => {
  it('is closed before it is taken away, so that the focus goes back', () => {
    const wasThere: boolean[] = [];
    vi.spyOn(HTMLDialogElement.prototype, 'close').mockImplementation(function close(
      this: HTMLDialogElement,
    ) {
      wasThere.push(this.isConnected);
    });
    const { unmount } = render(
      <Dialog title="Sure?" onCancel={() => {}}>
        {null}
      </Dialog>,
    );
    unmount();
    expect(wasThere).toEqual([true]);
  });
});

describe('what has the focus and goes away', () => {
  function Rows() {
    const box = useRef<HTMLElement>(null);
    useKeptFocus(box);
    const [rows, setRows] = useState(['a', 'b', 'c']);
    const [isSearched, search] = useState(false);
    const without = (gone: string) => rows.filter((row) => row !== gone);
    return (
      <main ref={box}>
        <input aria-label="Search" />
        <ul>
          {rows.map((row) => (
            <li key={row}>
              <span tabIndex={-1}>{row}</span>
              <Button label={`Remove ${row}`} onClick={() => setRows(without(row))}>
                x
              </Button>
            </li>
          ))}
        </ul>
        {!isSearched && <Button onClick={() => search(true)}>Dismiss</Button>}
        <Button onClick={() => {}}>Last</Button>
      </main>
    );
  }
  const focusedName = () =>
    vi.waitFor(() => {
      const { activeElement } = document;
      if (activeElement === document.body) throw new Error('nowhere');
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent;
    });

  it.each([
    ['in a list, what stood before', ['Remove b'], 'Remove a'],
    ['first in a list, what stood after', ['Remove a'], 'Remove b'],
    ['the whole list, what stood before that', ['Remove a', 'Remove b', 'Remove c'], 'Search'],
    ['beside a list, the end of it', ['Dismiss'], 'Remove c'],
  ])('gives it to what stands beside it: %s', async (_, pressed, expected) => {
    render(<Rows />);
    for (const name of pressed) await userEvent.click(button(name));
    expect(await focusedName()).toBe(expected);
  });

  it('gives it to the heading where nothing else is left in its place', async () => {
    function Place() {
      const box = useRef<HTMLDivElement>(null);
      useKeptFocus(box);
      const [isThere, setThere] = useState(true);
      return (
        <div ref={box}>
          <Button onClick={() => {}}>Sign out</Button>
          <main>
            <h1 tabIndex={-1} data-focus>
              Recordings
            </h1>
            {isThere && <Button onClick={() => setThere(false)}>Delete the last</Button>}
          </main>
        </div>
      );
    }
    render(<Place />);
    await userEvent.click(button('Delete the last'));
    expect(await focusedName()).toBe('Recordings');
  });

  it('takes it from nobody who took it, and from nobody who left on purpose', async () => {
    render(<Rows />);
    button('Remove b').focus();
    screen.getByLabelText('Search').focus();
    const removeA = button('Remove a');
    button('Remove c').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await vi.waitFor(() => expect(screen.queryByText('c')).toBeNull());
    expect(document.activeElement).toBe(screen.getByLabelText('Search'));
    removeA.focus();
    removeA.blur();
    await Promise.resolve();
    removeA.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await vi.waitFor(() => expect(screen.queryByText('a')).toBeNull());
    expect(document.activeElement).toBe(document.body);
  });
});
