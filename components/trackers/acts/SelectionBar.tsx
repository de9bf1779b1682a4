import { Button } from '@/components/ui/Button';
import { trackerTableText as text } from '@/lib/text/trackers/table';

import type { Act, ActsModel } from './acts-model';

const ACT_TEXT: Readonly<Record<Act, string>> = {
  activate: text.activate,
  deactivate: text.deactivate,
  tags: text.copyTags,
  sheet: text.tagSheet,
  verify: text.verify,
  export: text.export,
};
const CHANGING: readonly Act[] = ['activate', 'deactivate'];
const OTHERS: readonly Act[] = ['tags', 'sheet', 'verify', 'export'];

/** How many are selected, and what can be done with them. It stands there with nothing selected, too: nothing moves. */
export function SelectionBar({ model }: { model: ActsModel }) {
  const { count, notShown } = model.table.counts.value;
  const button = (act: Act, isOff: boolean) => (
    <Button key={act} disabled={isOff} onClick={() => model.open(act)}>
      {ACT_TEXT[act]}
    </Button>
  );
  return (
    <div class="pb-selection" role="group" aria-label={text.selection}>
      <span class="pb-selection-count pb-grow" role="status">
        {count === 0 ? (
          <span class="pb-muted" title={text.none}>
            {text.noneShort}
          </span>
        ) : (
          text.selected(count, notShown)
        )}
      </span>
      <Button kind="quiet" disabled={count === 0} title={text.clearWhy} onClick={model.table.clear}>
        {text.clear}
      </Button>
      {CHANGING.map((act) => button(act, count === 0 || !model.stores.canWrite.value))}
      {OTHERS.map((act) => button(act, count === 0))}
    </div>
  );
}
