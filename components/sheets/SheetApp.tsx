import { FailureNotice } from '@/components/ui/Notice';
import { sheetPageText as text } from '@/lib/text/sheets/page';
import { trialText } from '@/lib/text/tags/trial';

import { CheckSheet } from './CheckSheet';
import { MakeSheet } from './MakeSheet';
import type { SheetModel, SheetView } from './sheet-model';
import { Tabs } from './Tabs';

const TABS: readonly { value: SheetView; label: string }[] = [
  { value: 'make', label: text.make },
  { value: 'check', label: text.check },
];

/** Make a sheet, or check one. */
export function SheetApp({ model }: { model: SheetModel }) {
  const { phase, failure, advertiser, view } = model;
  return (
    <div class="pb-sheet">
      <header class="pb-row">
        <h1 tabIndex={-1} data-focus>
          {text.title}
        </h1>
        <span class="pb-grow pb-clip pb-muted">{advertiser.value?.name}</span>
        <a class="pb-button" href="#/tag-sheets/try">
          {trialText.title}
        </a>
      </header>
      {phase.value === 'loading' && (
        <p class="pb-sheet-wait" role="status">
          {text.loading}
        </p>
      )}
      {phase.value === 'failed' && failure.value && <FailureNotice failure={failure.value} />}
      {phase.value === 'ready' && (
        <Tabs label={text.sections} tabs={TABS} value={view.value} onChange={model.show}>
          {view.value === 'make' ? (
            <MakeSheet model={model} />
          ) : (
            <CheckSheet
              model={model.checking}
              filling={model.filling}
              onCopy={(it) => model.actions.copy(it)}
            />
          )}
        </Tabs>
      )}
    </div>
  );
}
