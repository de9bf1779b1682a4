import { SheetApp } from '@/components/sheets/SheetApp';
import { TryTag } from '@/components/trial/try-tag';
import { createSheetModel } from '@/components/sheets/sheet-model';
import type { SheetActions } from '@/components/sheets/sheet-actions';
import { FillError } from '@/lib/core/table/fill-problem';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { FILL_NOTES } from '@/lib/core/table/filled-cell';

import { choices, tracker } from '../../unit/core/tag-sheet/build';
import {
  type Around,
  PLAN_MEMORY,
  readPlan,
  SAVED,
  sheetActions,
  sheetStores,
} from '../../unit/components/sheets/sheet-sample';
import { Page } from '../page';
import { never, nothing, statesOf } from '../state';

const MANY = Array.from({ length: 10_000 }, (_, index) =>
  tracker(index + 1, { name: `Harbour Coffee, flight ${index + 1}, a name that goes on and on` }),
);
const CHOSEN = choices({
  trackerIds: [531, 532],
  adServerIds: ['gam', 'cm360'],
  campaign: 'Winter 2026',
});

/** The page of sheets as it stands after it was started; `check` puts a file in. */
function sheets(
  around: Partial<Around> = {},
  {
    check = false,
    touched = null,
    ...changes
  }: Partial<SheetActions> & { check?: boolean; touched?: string | null } = {},
) {
  const actions = { ...sheetActions(around.kept), ...changes };
  const model = createSheetModel(actions, sheetStores(around));
  const start = async () => {
    await model.start();
    if (!check) return;
    model.view.value = 'check';
    await model.checking.check(new File(['x'], 'Winter 2026, back from the ad server.xlsx'));
    model.checking.touched.value = touched;
    if (changes.fillFile) void model.filling.fill();
  };
  return (
    <Page start={start}>
      <TryTag.Provider value={nothing}>
        <SheetApp model={model} />
      </TryTag.Provider>
    </Page>
  );
}

const refused = (problem: ConstructorParameters<typeof SheetFileError>[0]) => () =>
  Promise.reject(new SheetFileError(problem));

export const sheetRoom = statesOf('sheets', {
  loading: () => sheets({}, { readDraft: never }),
  'signed-out': () => sheets({ signedIn: false }),
  'no-advertiser': () => sheets({ advertiser: null }),
  'no-trackers': () => sheets({ trackers: [] }),
  'nothing-chosen': () => sheets(),
  'ten-thousand': () => sheets({ trackers: MANY }),
  unreadable: () => sheets({ unreadable: 2 }),
  made: () => sheets({ kept: { view: 'make', choices: CHOSEN } }),
  'made-without-cost': () =>
    sheets({ kept: { view: 'make', choices: { ...CHOSEN, withCost: true, costValue: 'x' } } }),
  failed: () => sheets({}, { readDraft: () => Promise.reject(new Error('The disk is full')) }),
  check: () => sheets({ kept: { view: 'check', choices: CHOSEN } }),
  'check-reading': () =>
    sheets(
      {},
      {
        check: true,
        readFile: (_, onProgress) => {
          onProgress({ done: 3_000, total: 10_000 });
          return never();
        },
      },
    ),
  'check-refused': () => sheets({}, { check: true, readFile: refused('old-format') }),
  'check-no-header': () => sheets({}, { check: true, readFile: readPlan }),
  'check-done': () => sheets({}, { check: true }),
  'check-filling': () => sheets({}, { check: true, fillFile: never }),
  'check-filled': () => sheets({}, { check: true, fillFile: async () => SAVED }),
  'check-filled-signed': () =>
    sheets({}, { check: true, fillFile: async () => ({ ...SAVED, notes: FILL_NOTES }) }),
  'check-not-filled': () =>
    sheets({}, { check: true, fillFile: () => Promise.reject(new FillError('formula', 'H14')) }),
  'check-columns': () => sheets({}, { check: true, touched: 'tags-0' }),
  'check-columns-chosen': () =>
    sheets(
      {},
      {
        check: true,
        touched: 'placement',
        readFile: readPlan,
        readColumns: async () => PLAN_MEMORY,
      },
    ),
});
