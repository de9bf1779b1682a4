import type { TrackersModel } from '@/components/pages/trackers/trackers-model';
import type { SheetModel } from '@/components/sheets/sheet-model';
import { createActs, type TableActions } from '@/components/trackers/acts/acts-model';
import { createTrackerTable } from '@/components/trackers/table/table-model';

import { addressOf } from './address';

/** The table of trackers and what is done with many of them, which leads to other places of the workspace. */
export function createTrackerActs(
  trackers: TrackersModel,
  sheets: Pick<SheetModel, 'change' | 'show'>,
  actions: TableActions,
) {
  return createActs(createTrackerTable(trackers, actions), trackers, actions, {
    toSheet(trackerIds) {
      sheets.change({ trackerIds: [...trackerIds] });
      sheets.show('make');
      location.hash = addressOf({ name: 'tag-sheets' });
    },
    toRun(id) {
      location.hash = addressOf({ name: 'runs', id, isUndo: false });
    },
    toVerification(id) {
      location.hash = addressOf({ name: 'verifications', id });
    },
  });
}
