// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useRef, useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { SearchField } from '@/components/trackers/SearchField';
import { parseSearch } from '@/lib/core/tracker/search/parse';
import { searchText } from '@/lib/text/trackers/search';

afterEach(cleanup);

const onKeyDown = vi.fn();

function Field({ typed = '' }: { typed?: string }) {
  const [value, setValue] = useState(typed);
  return (
    <>
      <SearchField
        input={useRef(null)}
        value={value}
        mistakes={parseSearch(value, 0).mistakes}
        onInput={setValue}
        onKeyDown={onKeyDown}
      />
      <button type="button">elsewhere</button>
    </>
  );
}

const input = () => screen.getByLabelText<HTMLInputElement>('Search trackers');
const help = () => screen.queryByRole('region', { name: searchText.help });

describe('the help of the search', () => {
  it('is opened by its button, and by ? in an empty field, which is not typed', async () => {
    render(<Field />);
    await userEvent.click(screen.getByRole('button', { name: searchText.help }));
    expect(help()).not.toBeNull();
    await userEvent.click(input());
    await userEvent.keyboard('?');
    expect([help(), input().value]).toEqual([null, '']);
    await userEvent.keyboard('?');
    expect([help() !== null, input().value]).toEqual([true, '']);
  });

  it('is no help within a search: there ? is a letter', async () => {
    render(<Field />);
    await userEvent.type(input(), 'who?');
    expect([help(), input().value]).toEqual([null, 'who?']);
  });

  it('is closed by Escape, which empties nothing and is for nothing else, and by going elsewhere', async () => {
    render(<Field />);
    await userEvent.click(input());
    await userEvent.keyboard('?');
    await userEvent.tab();
    onKeyDown.mockClear();
    await userEvent.keyboard('{Escape}');
    expect(help()).toBeNull();
    expect(document.activeElement).toBe(input());
    expect(onKeyDown).not.toHaveBeenCalled();
    await userEvent.keyboard('?');
    await userEvent.click(screen.getByText('elsewhere'));
    expect(help()).toBeNull();
  });

  it('begins in the search what is pressed in it, by keyboard, and the focus is there again', async () => {
    render(<Field />);
    await userEvent.click(input());
    await userEvent.keyboard('?{Tab}{Tab}{Enter}');
    expect(input().value).toBe('state:inactive');
    expect(document.activeElement).toBe(input());
    expect(help()).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: searchText.help }));
    await userEvent.click(screen.getByRole('button', { name: /^publisher:/ }));
    expect(input().value).toBe('state:inactive publisher:');
    screen.getByText(
      '“publisher:” is left out. Say what is asked of it, such as publisher:"Tidewater News".',
    );
  });
});

describe('what is not understood', () => {
  it('is said below the field while the person is there, by name to who hears it', async () => {
    render(<Field />);
    await userEvent.type(input(), 'winter modified:soon');
    const said = screen.getByText(/“modified:soon” is left out/);
    expect(input().getAttribute('aria-invalid')).toBe('true');
    const about = document.getElementById(input().getAttribute('aria-describedby') ?? '');
    expect(about?.contains(said)).toBe(true);
    await userEvent.click(screen.getByText('elsewhere'));
    expect(screen.queryByText(/is left out/)).toBeNull();
    expect(input().getAttribute('aria-invalid')).toBe('true');
  });

  it('is not said of what is', async () => {
    render(<Field />);
    await userEvent.type(input(), 'winter modified:7d');
    expect(input().getAttribute('aria-invalid')).toBeNull();
  });
});
