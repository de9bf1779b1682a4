import { Copy, FileSpreadsheet, FileText, RefreshCw } from 'lucide';

import { Button } from '@/components/ui/Button';
import { Empty, FailureNotice, Notice } from '@/components/ui/Notice';
import { sheetPageText as text, sheetProblemText } from '@/lib/text/sheets/page';

import { AboutFields } from './AboutFields';
import { AdServerPicker } from './AdServerPicker';
import type { SheetModel } from './sheet-model';
import { SheetPreview } from './SheetPreview';
import { TagOptions } from './TagOptions';
import { TrackerPicker } from './TrackerPicker';

/** Trackers and ad servers on top, the rows they make below, and the ways to take them along. */
export function MakeSheet({ model }: { model: SheetModel }) {
  const { trackers, choices, problems, order, change } = model;
  if (!model.session.value) {
    return (
      <Empty title={text.signedOut}>
        <span>{text.signedOutNext}</span>
      </Empty>
    );
  }
  if (!model.advertiser.value || !order.value) {
    return (
      <Empty title={text.noAdvertiser}>
        <span>{text.noAdvertiserNext}</span>
      </Empty>
    );
  }
  if (trackers.value.length === 0) {
    return (
      <Empty title={text.noTrackers}>
        <span>{text.noTrackersNext}</span>
        <Button icon={RefreshCw} onClick={() => void model.refresh(false)}>
          {text.reload}
        </Button>
      </Empty>
    );
  }
  return (
    <div class="pb-stack pb-sheet-make">
      <div class="pb-sheet-pick">
        <TrackerPicker
          trackers={trackers.value}
          unreadable={model.unreadable.value}
          chosen={model.chosenIds.value}
          onToggle={model.toggleTracker}
          onChooseAll={model.addTrackers}
          onChooseRange={model.addTrackers}
          onClear={() => change({ trackerIds: [] })}
        />
        <AdServerPicker
          servers={model.servers.value}
          chosen={choices.value.adServerIds}
          onToggle={model.toggleServer}
          onClear={() => change({ adServerIds: [] })}
        />
        <TagOptions choices={choices.value} problems={problems.value} onChange={change} />
        <AboutFields choices={choices.value} problems={problems.value} onChange={change} />
      </div>
      <SheetPreview order={order.value} />
      <TakeAlong model={model} />
    </div>
  );
}

function TakeAlong({ model }: { model: SheetModel }) {
  const { rowCount, problems, busy, said, failure, chosenTrackers, chosenServers } = model;
  const blocked = rowCount.value === 0 || problems.value.length > 0 || busy.value !== null;
  return (
    <footer class="pb-sheet-foot pb-stack">
      {failure.value && <FailureNotice failure={failure.value} />}
      {rowCount.value > 0 &&
        problems.value.map((problem) => (
          <Notice key={problem} kind="warning">
            {sheetProblemText[problem]}
          </Notice>
        ))}
      {said.value && <Notice kind={said.value.kind}>{said.value.text}</Notice>}
      <div class="pb-row pb-sheet-buttons">
        <p class="pb-grow" role="status">
          <strong>{text.rows(rowCount.value)}</strong>{' '}
          <span class="pb-muted">
            {busy.value && busy.value !== 'table'
              ? text.writing
              : text.rowsOf(chosenTrackers.value.length, chosenServers.value.length)}
          </span>
        </p>
        <Button icon={Copy} disabled={blocked} onClick={() => void model.deliver('table')}>
          {text.copyTable}
        </Button>
        <Button icon={FileText} disabled={blocked} onClick={() => void model.deliver('csv')}>
          {text.downloadCsv}
        </Button>
        <Button
          kind="primary"
          icon={FileSpreadsheet}
          disabled={blocked}
          onClick={() => void model.deliver('xlsx')}
        >
          {text.downloadXlsx}
        </Button>
      </div>
    </footer>
  );
}
