// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';

import { createCheckModel } from '@/components/sheets/check-model';
import { CheckSheet } from '@/components/sheets/CheckSheet';
import { createFillModel } from '@/components/sheets/fill-model';
import type { SavedFill } from '@/components/sheets/saved-fill';
import type { SheetActions } from '@/components/sheets/sheet-actions';
import { FILL_NOTES } from '@/lib/core/table/filled-cell';
import { FillError } from '@/lib/core/table/fill-problem';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { fillNoteText, fillProblemText, fillText as text } from '@/lib/text/sheets/fill';
import { fileProblemText, sheetPageText } from '@/lib/text/sheets/page';

import { CONTEXT } from '../../core/tag-sheet/build';
import { SAVED, sheetActions } from './sheet-sample';

afterEach(cleanup);

/** A file that was checked, and what becomes of it as it is filled in. */
async function setUp(fillFile: SheetActions['fillFile'], changes: Partial<SheetActions> = {}) {
  const actions = { ...sheetActions(), ...changes, fillFile: vi.fn(fillFile) };
  const model = createCheckModel(actions, () => CONTEXT);
  const filling = createFillModel(actions, model, () => ({ trackers: new Map(), servers: [] }));
  render(<CheckSheet model={model} filling={filling} onCopy={actions.copy} />);
  await model.check(new File(['x'], 'back.xlsx'));
  const user = userEvent.setup();
  return { model, user, fillFile: actions.fillFile };
}
const place = async () => within(await screen.findByRole('region', { name: text.fill }));
const button = () => screen.findByRole<HTMLButtonElement>('button', { name: text.fill });

it('fills the file that was checked with the verdict and the findings of each row', async () => {
  const kept = new File(['as it was'], 'back.xlsx');
  const { user, fillFile } = await setUp(async () => SAVED, { holdFile: async () => kept });
  await screen.findByText(text.hint);
  await user.click(await button());
  await screen.findByText(
    /^Saved back – filled\.xlsx\. Added: D “Result \(Piggyback\)”, E “Findings/,
  );
  const [file, sheet, order] = fillFile.mock.calls[0] ?? [];
  expect(file).toBe(kept);
  expect(sheet).toBe('Tags');
  expect(order?.headerRow).toBe(0);
  expect(order?.rows.map(({ row, values }) => [row, values[0]])).toEqual([
    [1, 'Pass'],
    [2, 'Fail'],
  ]);
  expect(document.activeElement).toBe(await button());
});

it('says that it is at work, and is not begun a second time', async () => {
  const { promise, resolve } = Promise.withResolvers<SavedFill>();
  const { user, fillFile } = await setUp(() => promise);
  await user.click(await button());
  await screen.findByText(text.filling);
  await user.keyboard('{Enter}');
  expect(fillFile).toHaveBeenCalledOnce();
  resolve(SAVED);
  await screen.findByText(/^Saved/);
  await user.click(await button());
  expect(fillFile).toHaveBeenCalledTimes(2);
});

it.each([
  [new FillError('formula', 'H14'), fillProblemText.formula('H14')],
  [new SheetFileError('reader-stopped'), fileProblemText['reader-stopped']],
])('says why nothing was filled in, and what to do', async (error, { sentence, next }) => {
  const { user } = await setUp(async () => {
    throw error;
  });
  await user.click(await button());
  const alert = await (await place()).findByRole('alert');
  expect(alert.textContent).toBe(sentence + next);
});

it('says what failed', async () => {
  const { user } = await setUp(async () => {
    throw new Error('out of paper');
  });
  await user.click(await button());
  expect((await (await place()).findByRole('alert')).textContent).toContain('out of paper');
});

it('says what has to be said of the file', async () => {
  const { user } = await setUp(async () => ({ ...SAVED, notes: FILL_NOTES }));
  await user.click(await button());
  for (const note of FILL_NOTES) await screen.findByText(fillNoteText[note]);
});

it('ends with the check: of another file nothing is said, and nothing is saved', async () => {
  let ended: AbortSignal | null = null;
  const { model, user } = await setUp((_file, _sheet, _order, signal) => {
    ended = signal;
    return new Promise((_, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason)),
    );
  });
  await user.click(await button());
  await user.click(await screen.findByRole('button', { name: sheetPageText.another }));
  expect(ended).toMatchObject({ aborted: true });
  await model.check(new File(['y'], 'other.xlsx'));
  await screen.findByText(text.hint);
  expect((await place()).queryByRole('alert')).toBeNull();
});
