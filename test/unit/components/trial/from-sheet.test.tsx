// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';

import { SheetApp } from '@/components/sheets/SheetApp';
import { createSheetModel } from '@/components/sheets/sheet-model';
import { TryTag } from '@/components/trial/try-tag';

import { GAM_URL, sheetActions, sheetStores } from '../sheets/sheet-sample';

afterEach(cleanup);

it('a cell of a checked row is tried with the ad server of its row', async () => {
  const taken: unknown[] = [];
  const model = createSheetModel(sheetActions(), sheetStores());
  render(
    <TryTag.Provider value={(...given) => void taken.push(given)}>
      <SheetApp model={model} />
    </TryTag.Provider>,
  );
  await model.start();
  model.show('check');
  await model.checking.check(new File(['x'], 'back.xlsx'));
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Try C3' }));
  expect(taken).toEqual([[GAM_URL, 'gam']]);
});

it('from the sheets leads a link to where any tag is tried', async () => {
  const model = createSheetModel(sheetActions(), sheetStores());
  render(<SheetApp model={model} />);
  await model.start();
  expect(screen.getByRole('link', { name: 'Try a tag' }).getAttribute('href')).toBe(
    '#/tag-sheets/try',
  );
});
