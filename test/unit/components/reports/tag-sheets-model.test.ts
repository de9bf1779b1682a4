import { signal } from '@preact/signals';
import { expect, it, vi } from 'vitest';

import type { OpenReport } from '@/components/reports/report-actions';
import { createTagSheets } from '@/components/reports/compare/tag-sheets-model';

import { opened, shownSheet } from './reports-sample';

it('a sheet that was removed is gone from the list, though another was begun and refused meanwhile', async () => {
  const removed = Promise.withResolvers<void>();
  let kept = [shownSheet()];
  const onChanged = vi.fn(async () => {});
  const model = createTagSheets(
    {
      takeSheet: async () => 'no-trackers',
      listSheets: async () => kept,
      async removeSheet() {
        await removed.promise;
        kept = [];
      },
    },
    signal<OpenReport | null>(opened()),
    onChanged,
  );
  await model.load();
  const removing = model.remove('harbour-tags.xlsx');
  await model.take(new File([''], 'other.csv'));
  expect(model.state.value).toMatchObject({ step: 'refused', name: 'other.csv' });
  removed.resolve();
  await removing;
  expect(model.sheets.value).toEqual([]);
  expect(onChanged).toHaveBeenCalledOnce();
  expect(model.state.value, 'what was said last stays').toMatchObject({ step: 'refused' });
});
