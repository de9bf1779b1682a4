import { Button } from '@/components/ui/Button';
import { Empty } from '@/components/ui/Notice';
import { pausedListText } from '@/lib/text/verification/requests/paused-list';
import { verificationText as text } from '@/lib/text/verification/verification';
import { runText } from '@/lib/text/verification/verification-run';

import { LookButton } from '../OnPageSection';
import { RequestTable } from '../RequestTable';
import type { VerificationModel } from '../verification-model';

interface RequestsProps {
  model: VerificationModel;
  /** How a recording is begun here. */
  noRecording?: string | undefined;
}

/** The list of requests, or why there is none. */
export function Requests({ model, noRecording }: RequestsProps) {
  const { rows } = model.shown.value;
  if (rows.length > 0) {
    return (
      <RequestTable
        rows={rows}
        gaps={model.verification.value?.gaps ?? []}
        notes={model.requestNotes.value}
        layout={model.layout.value}
        onLayout={model.changeLayout}
        onLeft={(columns) => (model.left.value = columns)}
        selectedKey={model.selectedKey.value}
        toRow={model.toRow.value}
        onSelect={model.select}
        onMove={model.follow}
        onOpen={model.openDetails}
        onEscape={model.closeDetails}
      />
    );
  }
  if (model.checked.value.rows.length > 0 && model.isNarrowed.value) {
    const isUnchanged = hasNoChanged(model);
    return (
      <section class="pb-verification-list" aria-label={text.requests}>
        <Empty title={isUnchanged ? runText.nothingChanged : text.noMatch}>
          <span>{isUnchanged ? runText.nothingChangedNext : text.noMatchNext}</span>
          <Button onClick={model.showAll}>
            {isUnchanged ? runText.showEverything : text.clearFilter}
          </Button>
        </Empty>
      </section>
    );
  }
  if (model.isPaused.value && model.waiting.value > 0) {
    return (
      <section class="pb-verification-list" aria-label={text.requests}>
        <Empty title={pausedListText.empty}>
          <span>{pausedListText.emptyNext}</span>
        </Empty>
      </section>
    );
  }
  const why = model.live.value ? text.emptyLive : text.emptySaved;
  return (
    <section class="pb-verification-list" aria-label={text.requests}>
      <Empty title={text.empty}>
        <span>{model.verification.value ? why : (noRecording ?? text.emptyNoRecording)}</span>
        {!model.page.isOpen.value && <LookButton page={model.page} />}
      </Empty>
    </section>
  );
}

/** Only what changed is shown, and nothing was recorded of that: no other filter is why the list is empty. */
function hasNoChanged({ sinceBaseline, checked }: VerificationModel): boolean {
  const ids = sinceBaseline.changedIds.value;
  if (ids === null) return false;
  return !checked.value.rows.some(({ trackerId }) => trackerId !== null && ids.has(trackerId));
}
