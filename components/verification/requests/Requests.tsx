import { Button } from '@/components/ui/Button';
import { Empty } from '@/components/ui/Notice';
import { verificationText as text } from '@/lib/text/verification';
import { runText } from '@/lib/text/verification-run';

import { LookButton } from '../OnPageSection';
import { RequestTable } from '../RequestTable';
import type { VerificationModel } from '../verification-model';

/** The list of requests, or why there is none. */
export function Requests({ model }: { model: VerificationModel }) {
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
    const isUnchanged = model.sinceBaseline.changedIds.value !== null;
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
  const why = model.live.value ? text.emptyLive : text.emptySaved;
  return (
    <section class="pb-verification-list" aria-label={text.requests}>
      <Empty title={text.empty}>
        <span>{model.verification.value ? why : text.emptyNoRecording}</span>
        {!model.page.isOpen.value && <LookButton page={model.page} />}
      </Empty>
    </section>
  );
}
