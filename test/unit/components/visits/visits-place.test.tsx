// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { VisitsActions } from '@/components/visits/visits-actions';
import { createVisitsModel } from '@/components/visits/visits-model';
import { VisitsPlace } from '@/components/visits/VisitsPlace';
import { AppError } from '@/lib/core/base/errors';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { errorText } from '@/lib/text/errors';
import { listProblemText, visitPagesText as text } from '@/lib/text/visits/visit-pages';

import { visitsActions } from './visits-sample';

afterEach(cleanup);

async function setUp(changes: Partial<VisitsActions> = {}) {
  const { actions, calls } = visitsActions(changes);
  const model = createVisitsModel(actions);
  const onBegun = vi.fn<(id: string) => void>();
  render(<VisitsPlace model={model} onBegun={onBegun} />);
  const user = userEvent.setup();
  const type = async (label: string, value: string) => {
    const field = screen.getByLabelText(label, { exact: false });
    await user.clear(field);
    await user.click(field);
    await user.paste(value);
  };
  return { actions, calls, model, onBegun, user, type };
}

const start = () => screen.getByRole('button', { name: text.start });

describe('pages to be visited', () => {
  it('are begun with what is expected, once access was asked for in the click', async () => {
    const { calls, onBegun, user, type } = await setUp();
    await type(text.pages, 'url,expect\nhttps://a.example/,7\nhttps://b.example/,');
    await type(text.expected, '11, 12');
    await screen.findByText('2 pages. 1 names trackers of its own.');
    await user.click(start());
    await vi.waitFor(() => expect(onBegun).toHaveBeenCalledWith('run'));
    expect(calls).toEqual([
      'ask',
      [
        'start',
        {
          pages: [
            { url: 'https://a.example/', ownIds: [7] },
            { url: 'https://b.example/', ownIds: [] },
          ],
          everywhereIds: [11, 12],
          limitSeconds: 30,
        },
      ],
    ]);
  });

  it('are said beforehand to fire real pixels that are billed, and twice where a visit is cut off', async () => {
    await setUp();
    screen.getByText(text.billed);
    screen.getByText(text.again);
    screen.getByText(text.access);
  });

  it('are named where a line is none, and the others are visited', async () => {
    const { type } = await setUp();
    await type(text.pages, 'https://a.example/\nnews.example');
    await screen.findByText(/^Line 2: “news.example” is no address/);
    expect(start()).toHaveProperty('disabled', false);
  });

  it.each([
    ['no page', '', '11', '30'],
    ['ids that cannot be read', 'https://a.example/', 'all', '30'],
    ['an id of 0', 'https://a.example/', '0', '30'],
    ['too short a limit', 'https://a.example/', '', '4'],
    ['too long a limit', 'https://a.example/', '', '121'],
    ['a limit that is no number', 'https://a.example/', '', '1e1'],
  ])('are not begun with %s', async (_, pages, ids, seconds) => {
    const { type, model } = await setUp();
    if (pages !== '') await type(text.pages, pages);
    await type(text.expected, ids);
    await type(text.seconds, seconds);
    await vi.waitFor(() => expect(model.read.value?.step ?? 'none').not.toBe('reading'));
    expect(start()).toHaveProperty('disabled', true);
  });

  it('come from a file; what was typed is there again without it', async () => {
    const { model, type, user } = await setUp();
    await type(text.pages, 'https://typed.example/');
    model.take(new File(['https://a.example/\nhttps://b.example/'], 'autumn.txt'), 1);
    await screen.findByText('2 pages.');
    screen.getByText(text.fromFile('autumn.txt'));
    screen.getByText(/other file that was dropped/);
    await user.click(screen.getByRole('button', { name: text.leaveFile }));
    await screen.findByText('1 page.');
    expect(screen.getByLabelText(text.pages)).toHaveProperty('value', 'https://typed.example/');
  });

  it('say why a file is no list', async () => {
    const { model } = await setUp({
      readList: () => Promise.reject(new SheetFileError('damaged')),
    });
    model.take(new File(['x'], 'autumn.xlsx'));
    await screen.findByText(listProblemText.damaged);
  });

  it('are kept as they are typed', async () => {
    const { actions, type } = await setUp();
    await type(text.pages, 'https://typed.example/');
    cleanup();
    const again = createVisitsModel(actions);
    render(<VisitsPlace model={again} onBegun={() => {}} />);
    await screen.findByText('1 page.');
    expect(screen.getByLabelText(text.pages)).toHaveProperty('value', 'https://typed.example/');
  });

  it('are not begun where the browser gives no access, and it is said what to do', async () => {
    const { calls, onBegun, user, type } = await setUp({ ask: async () => false });
    await type(text.pages, 'https://a.example/');
    await screen.findByText('1 page.');
    await user.click(start());
    await screen.findByText(text.refused);
    expect(calls).toEqual([]);
    expect(onBegun).not.toHaveBeenCalled();
  });

  it('are not begun before the browser tells of pixels, and it is said what to do', async () => {
    const { calls, onBegun, user, type } = await setUp({
      ask: () => Promise.reject(new AppError('access-later')),
    });
    await type(text.pages, 'https://a.example/');
    await screen.findByText('1 page.');
    await user.click(start());
    await screen.findByText(/Close the browser and open it again/);
    expect(calls).toEqual([]);
    expect(onBegun).not.toHaveBeenCalled();
  });

  it('say where others are visited just now', async () => {
    const { user, type } = await setUp({
      start: () => Promise.reject(new AppError('visits-going')),
    });
    await type(text.pages, 'https://a.example/');
    await screen.findByText('1 page.');
    await user.click(start());
    const failure = { code: 'visits-going', detail: null, retryAfterSeconds: null } as const;
    await screen.findByText(errorText(failure).sentence);
  });
});
