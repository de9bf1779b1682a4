// @vitest-environment happy-dom
import { expect, it } from 'vitest';

import { createTrackersModel } from '@/components/pages/trackers/trackers-model';
import { createTrackerActs } from '@/components/pages/workspace/tracker-acts';
import { createSheetModel } from '@/components/sheets/sheet-model';

import { choices } from '../../core/tag-sheet/build';
import { sheetActions, sheetStores } from '../sheets/sheet-sample';
import { popupActions } from '../trackers/build';
import { tableActions } from '../trackers/table-sample';

it('a tag sheet of those selected has them alone, and all else that was typed there', async () => {
  const typed = choices({ trackerIds: [532], adServerIds: ['gam'], campaign: 'Spring', site: 'a' });
  const sheets = createSheetModel(sheetActions({ view: 'check', choices: typed }), sheetStores());
  await sheets.start();
  const acts = createTrackerActs(createTrackersModel(popupActions()), sheets, tableActions());
  acts.ways.toSheet([531]);
  expect(sheets.choices.value).toEqual({ ...typed, trackerIds: [531] });
  expect(sheets.view.value).toBe('make');
  expect(location.hash).toBe('#/tag-sheets');
});
