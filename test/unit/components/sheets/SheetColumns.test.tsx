// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { createCheckModel } from '@/components/sheets/check-model';
import { createFillModel } from '@/components/sheets/fill-model';
import { CheckSheet } from '@/components/sheets/CheckSheet';
import type { SheetActions } from '@/components/sheets/sheet-actions';
import { rowsOf } from '@/lib/core/table/raw-row';
import type { ColumnMemory } from '@/lib/core/tag-sheet/read/column-memory';
import { createTagSheetReader } from '@/lib/core/tag-sheet/read/sheet-reader';
import { sheetPageText as text } from '@/lib/text/sheets/page';

import { CONTEXT } from '../../core/tag-sheet/build';
import { PLAN_MEMORY, readPlan, SHEET_ROWS, sheetActions } from './sheet-sample';

afterEach(cleanup);

const readSheet: SheetActions['readFile'] = async (_file, _onProgress, _signal, memory) => {
  const reader = createTagSheetReader(memory);
  rowsOf(SHEET_ROWS).every(reader.open('Tags'));
  return reader.finish();
};

/** The check of one file, with a memory as a browser keeps it. */
async function setUp(changes: Partial<SheetActions> = {}, before: ColumnMemory = []) {
  let memory = before;
  const readFile = vi.fn(readSheet);
  const actions: SheetActions = {
    ...sheetActions(),
    readFile,
    readColumns: async () => memory,
    changeColumns: async (change) => void (memory = change(memory)),
    ...changes,
  };
  const model = createCheckModel(actions, () => CONTEXT);
  const filling = createFillModel(actions, model, () => ({ trackers: new Map(), servers: [] }));
  render(<CheckSheet model={model} filling={filling} onCopy={actions.copy} />);
  const user = userEvent.setup();
  const check = () => model.check(new File(['x'], 'back.xlsx'));
  await check();
  return { model, user, check, readFile, kept: () => memory };
}

const list = (name: string) => screen.findByRole<HTMLSelectElement>('combobox', { name });
const shown = async (name: string) => (await list(name)).selectedOptions[0]?.textContent;
const hasFocus = (name: string) =>
  vi.waitFor(async () => expect(document.activeElement).toBe(await list(name)));
const open = async (user: ReturnType<typeof userEvent.setup>) =>
  user.click(await screen.findByText(text.columns));

describe('the columns of a checked sheet', () => {
  it('are told as they were recognised, quietly', async () => {
    const { user } = await setUp();
    const details = (await screen.findByText(text.columns)).closest('details');
    expect(details?.open).toBe(false);
    await open(user);
    expect(await shown('Tags')).toBe('Impression URL (bare) (C)');
    expect(await shown('Tracker ID')).toBe('Tracker ID (A)');
    expect(await shown('Placement')).toBe('None');
    // A sheet has one column with tags at least.
    expect(within(await list('Tags')).queryByRole('option', { name: 'None' })).toBeNull();
    screen.getByText(text.asRecognised);
  });

  it('one chosen, the sheet is checked again so, and so are the next ones like it', async () => {
    const { user, check, kept } = await setUp();
    await open(user);
    await user.selectOptions(await list('Tracker ID'), 'None');
    await screen.findByText(/2 rows: 2 pass/);
    await screen.findByText(text.byHand);
    await hasFocus('Tracker ID');
    expect(kept()).toMatchObject([{ choice: { tags: [], columns: [['trackerId', null]] } }]);
    await check();
    await screen.findByText(/2 rows: 2 pass/);
    await screen.findByText(text.byHand);
  });

  it('can be as recognised again, which forgets the choice', async () => {
    const { user, kept } = await setUp();
    await open(user);
    await user.selectOptions(await list('Tracker ID'), 'None');
    await user.click(await screen.findByRole('button', { name: text.recognise }));
    await screen.findByText(/2 rows: 1 pass, 0 warnings, 1 fail/);
    expect(kept()).toEqual([]);
    expect(screen.queryByRole('button', { name: text.recognise })).toBeNull();
    await hasFocus('Tags');
  });

  it('can have tags in more of them, and in fewer', async () => {
    const { user, kept } = await setUp();
    await open(user);
    await user.selectOptions(await list(text.moreTags), 'Ad server (B)');
    expect(await shown('Tags')).toBe('Ad server (B)');
    expect(await shown('Tags, column 2')).toBe('Impression URL (bare) (C)');
    expect(await shown('Ad server')).toBe('None');
    await user.selectOptions(await list('Tags'), 'None');
    expect(await shown('Tags')).toBe('Impression URL (bare) (C)');
    expect(kept()).toMatchObject([{ choice: { tags: [2] } }]);
  });

  it('that cannot be kept are said', async () => {
    const { user, readFile } = await setUp({
      changeColumns: () => Promise.reject(new Error('the disk is full')),
    });
    await open(user);
    await user.selectOptions(await list('Tracker ID'), 'None');
    expect((await screen.findByRole('alert')).textContent).toContain('the disk is full');
    expect(readFile).toHaveBeenCalledOnce();
  });

  it('of the file before say nothing of the next one', async () => {
    const { model, user } = await setUp();
    await open(user);
    await user.selectOptions(await list('Tracker ID'), 'None');
    await user.click(await screen.findByRole('button', { name: text.another }));
    await model.choose('tags-0', { tags: [1], columns: [] });
    screen.getByText(text.dropHere);
  });
});

describe('a file in which nothing is recognised', () => {
  it('is checked all the same once a person says where its tags are', async () => {
    const { user, kept } = await setUp({ readFile: readPlan });
    await screen.findByText(/names its columns/);
    await user.selectOptions(await list(text.tellTags), 'Snip (C)');
    await screen.findByText(/2 rows: /);
    expect((await list('Tags')).closest('details')?.open).toBe(true);
    await hasFocus('Tags');
    expect(kept()).toMatchObject([{ choice: { tags: [2] } }]);
  });

  it('is known by what was chosen before', async () => {
    await setUp({ readFile: readPlan }, PLAN_MEMORY);
    await screen.findByText(/2 rows: /);
    expect(await shown('Placement')).toBe('Spot (A)');
  });
});
