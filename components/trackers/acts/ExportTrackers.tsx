import { useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { FailureNotice } from '@/components/ui/Notice';
import type { Failure } from '@/lib/core/base/errors';
import { trackersSheet, trackersTable } from '@/lib/core/tracker-sheet/export-table';
import { actsText as text } from '@/lib/text/trackers/acts';

import { ActFrame } from './ActFrame';
import type { ActsModel } from './acts-model';

/** Saves the trackers with all their fields, as a file that can be checked as a sheet of trackers. */
export function ExportTrackers({ model }: { model: ActsModel }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const trackers = model.trackers.value;
  const isOff = isBusy || trackers.length === 0;
  const save = async (how: 'csv' | 'xlsx') => {
    if (isOff) return;
    const { saveCsv, saveXlsx } = model.actions;
    const close = model.closing();
    setBusy(true);
    setFailure(null);
    try {
      const name =
        how === 'csv'
          ? saveCsv(text.fileName, trackersTable(trackers))
          : await saveXlsx(text.fileName, trackersSheet(trackers, text.sheetName));
      close({ kind: 'pass', text: text.saved(name) });
    } catch (error) {
      setFailure(model.stores.fail(error));
      setBusy(false);
    }
  };
  return (
    <ActFrame
      model={model}
      title={text.exportTitle}
      buttons={
        <>
          <Button kind="primary" disabled={isOff} onClick={() => void save('xlsx')}>
            {text.xlsx}
          </Button>
          <Button disabled={isOff} onClick={() => void save('csv')}>
            {text.csv}
          </Button>
        </>
      }
    >
      <p>{text.exportWhat(trackers.length)}</p>
      {failure && <FailureNotice failure={failure} />}
    </ActFrame>
  );
}
