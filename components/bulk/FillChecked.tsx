import { useEffect } from 'preact/hooks';

import { FillFile } from '@/components/sheets/FillFile';
import type { CheckedSheet } from '@/lib/core/tracker-sheet/check-sheet';
import { bulkFillText as text } from '@/lib/text/trackers/bulk-fill';

import type { BulkModel } from './bulk-model';
import { TagsFor } from './TagsFor';

interface FillCheckedProps {
  checked: CheckedSheet;
  /** `null` where what was checked is no file. */
  file: ReturnType<BulkModel['fileNow']>;
  /** Whether it is being checked again. */
  isBusy: boolean;
  model: BulkModel['filling'];
}

/** Gives what a dry run has found back in the file that was checked. */
export function FillChecked({ checked, file, isBusy, model }: FillCheckedProps) {
  useEffect(() => () => model.leave(checked), [checked, model]);
  const state = model.stateOf(checked);
  // These two are of a run alone.
  if (file === null || state.step === 'reading' || state.step === 'other') return null;
  return (
    <FillFile
      state={state}
      hint={text.checkedHint}
      isOff={isBusy}
      onFill={() => void model.fillChecked(checked, file.sheet, file)}
    >
      <TagsFor model={model} />
    </FillFile>
  );
}
