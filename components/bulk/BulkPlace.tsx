import { Tabs } from '@/components/sheets/Tabs';
import { Button } from '@/components/ui/Button';
import { Empty, FailureNotice, Notice } from '@/components/ui/Notice';
import { WaitLine } from '@/components/trackers/WaitLine';
import { sheetPageText } from '@/lib/text/sheets/page';
import { bulkText as text } from '@/lib/text/trackers/bulk';

import { BulkFrame, BulkWait } from './BulkFrame';
import type { BulkModel, Intake } from './bulk-model';
import { DryRun } from './DryRun';
import { FillChecked } from './FillChecked';
import { GridForm } from './GridForm';
import { SheetIntake } from './SheetIntake';
import { TrackerColumns } from './TrackerColumns';
import { NotHere } from './NotHere';

interface BulkPlaceProps {
  model: BulkModel;
  /** A run has begun. */
  onBegun: (id: string) => void;
}

const TABS: readonly { value: Intake; label: string }[] = [
  { value: 'grid', label: text.fromGrid },
  { value: 'sheet', label: text.fromSheet },
];

/** Many trackers at once: from a grid or a sheet, checked, and begun. */
export function BulkPlace({ model, onBegun }: BulkPlaceProps) {
  const { stores, phase, failure, intake, checking } = model;
  const advertiser = stores.advertiser.value;
  const isHere = stores.phase.value === 'signed-in' && advertiser !== null;
  return (
    <BulkFrame
      back={{ href: '#/trackers', label: text.back }}
      title={text.title}
      about={advertiser && text.of(advertiser.name)}
      way={{ href: '#/trackers/runs', label: text.history }}
    >
      {!isHere && <NotHere phase={stores.phase.value} />}
      {isHere && phase.value === 'loading' && <BulkWait text={text.loading} />}
      {isHere && failure.value && checking.value === null && (
        <FailureNotice failure={failure.value} />
      )}
      {isHere && phase.value === 'ready' && checking.value === null && (
        <Tabs
          label={text.from}
          tabs={TABS}
          value={intake.value}
          onChange={(next) => (intake.value = next)}
        >
          {intake.value === 'grid' ? (
            <GridForm
              model={model.grid}
              advertiserId={advertiser.id}
              onCheck={() => void model.checkGrid()}
            />
          ) : (
            <SheetIntake model={model} />
          )}
        </Tabs>
      )}
      {isHere && checking.value !== null && <Checked model={model} onBegun={onBegun} />}
    </BulkFrame>
  );
}

/** What was given, checked. */
function Checked({ model, onBegun }: BulkPlaceProps) {
  const { stores, source, dryRun, checking } = model;
  const at = source.state.value;
  const isSheet = checking.value === 'sheet';
  const file = ('name' in at && at.name) || text.pasted;
  const sheetName = at.step === 'read' ? at.sheet.name : '';
  const name = isSheet ? sheetPageText.resultOf(file, sheetName) : text.grid;
  const begin = async (isCanary: boolean) => {
    const shown = dryRun.checked.value;
    const id = shown && (await model.beginSheet(shown, isCanary));
    if (id !== null) onBegun(id);
  };
  const missing = stores.unread.value + stores.unreadable.value;
  const mended = dryRun.mends.value.cells.length + dryRun.mends.value.chosen.length;
  return (
    <div class="pb-stack pb-bulk-checked">
      <div class="pb-row">
        <h2 class="pb-clip">{name}</h2>
        <Said model={model} />
        <Button onClick={model.back}>{isSheet ? text.otherSheet : text.backToGrid}</Button>
      </div>
      {isSheet && at.step === 'read' && (
        <TrackerColumns
          columns={at.sheet.header.columns}
          offer={at.sheet.offer}
          touched={source.touched.value}
          onFocused={source.forgetTouched}
          onChoose={(list, choice) => void model.chooseColumns(list, choice)}
        />
      )}
      {missing > 0 && <Notice kind="warning">{text.unread(missing)}</Notice>}
      {mended > 0 && (
        <Notice kind="info">
          {text.mended(mended)}{' '}
          <Button kind="quiet" onClick={() => void dryRun.unmend()}>
            {text.unmend}
          </Button>
        </Notice>
      )}
      {dryRun.failure.value && (
        <FailureNotice failure={dryRun.failure.value}>
          <Button onClick={() => void dryRun.check()}>{text.tryAgain}</Button>
        </FailureNotice>
      )}
      {dryRun.checked.value?.rows.length === 0 && (
        <Empty title={text.emptySheet}>
          <span>{text.emptySheetNext}</span>
        </Empty>
      )}
      {dryRun.checked.value && dryRun.checked.value.rows.length > 0 && (
        <FillChecked
          checked={dryRun.checked.value}
          file={model.fileNow()}
          isBusy={dryRun.isChecking.value}
          model={model.filling}
        />
      )}
      {dryRun.checked.value && dryRun.checked.value.rows.length > 0 && (
        <DryRun
          checked={dryRun.checked.value}
          groups={dryRun.groups.value}
          textOf={dryRun.textOf}
          on={{
            write: (...cells) => void dryRun.write(...cells),
            choose: (...choice) => void dryRun.choose(...choice),
            readAgain: () => void dryRun.readAgain(),
          }}
          canWrite={stores.canWrite.value}
          canCreate={stores.canCreate.value}
          isBusy={dryRun.isChecking.value || dryRun.failure.value !== null}
          isStarting={model.isStarting.value}
          onBegin={(isCanary) => void begin(isCanary)}
        >
          {model.failure.value && <FailureNotice failure={model.failure.value} />}
        </DryRun>
      )}
    </div>
  );
}

/** What is waited for. */
function Said({ model: { stores, dryRun } }: Pick<BulkPlaceProps, 'model'>) {
  const { isChecking, lists } = dryRun;
  return (
    <p class="pb-grow pb-muted pb-small" role="status">
      {isChecking.value && (
        <>
          {lists.value ? text.readingLists(lists.value) : text.checking}{' '}
          <WaitLine until={stores.waitingUntil.value} />
        </>
      )}
    </p>
  );
}
