import { X } from 'lucide';
import { useCallback } from 'preact/hooks';

import { Button, IconButton } from '@/components/ui/Button';
import { Choice } from '@/components/ui/Choice';
import { Combobox } from '@/components/ui/Combobox';
import { TextField } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import type { GridPublisher } from '@/lib/core/tracker-sheet/grid';
import { NAME_SLOTS } from '@/lib/core/tracker-sheet/name-pattern';
import type { Ref } from '@/lib/core/tracker/tracker';
import { bulkText as text } from '@/lib/text/trackers/bulk';
import { gridMistakeText } from '@/lib/text/trackers/tracker-sheet';

import type { GridModel } from './grid-model';
import { PickMany } from './PickMany';

interface GridFormProps {
  model: GridModel;
  advertiserId: number;
  onCheck: () => void;
}

/** Line items by publishers by placements, and how the trackers are called. */
export function GridForm({ model, advertiserId, onCheck }: GridFormProps) {
  const { lineItems, publishers, pattern, state } = model.grid.value;
  const { count, names, mistake } = model.preview.value;
  const { searchObjects } = model;
  const searchLineItems = useCallback(
    (words: string) => searchObjects({ kind: 'line-item', advertiserId }, words),
    [searchObjects, advertiserId],
  );
  const searchPublishers = useCallback(
    (words: string) => searchObjects({ kind: 'publisher' }, words),
    [searchObjects],
  );
  const isOfPattern = mistake !== null && !mistake.code.startsWith('grid-');
  return (
    <form
      class="pb-bulk-grid"
      onSubmit={(event) => {
        event.preventDefault();
        if (count > 0 && mistake === null) onCheck();
      }}
    >
      <p class="pb-muted">{text.gridLead}</p>
      <PickMany
        what={text.lineItems.toLowerCase()}
        label={text.addLineItem}
        chosen={lineItems}
        search={searchLineItems}
        onAdd={model.addLineItem}
        onRemove={model.removeLineItem}
        onAddAll={() => void model.addAllLineItems(advertiserId)}
        onClear={() => model.change({ lineItems: [] })}
        isAdding={model.adding.value === 'lineItems'}
      />
      <div class="pb-stack">
        <Combobox<Ref>
          label={text.addPublisher}
          value={null}
          search={searchPublishers}
          onChange={(one) => one && model.addPublisher(one)}
        />
        {publishers.map((one) => (
          <OfPublisher key={one.publisher.id} model={model} of={one} />
        ))}
      </div>
      {model.cut.value && <Notice kind="warning">{model.cut.value}</Notice>}
      <div class="pb-bulk-names">
        <TextField
          label={text.pattern}
          value={pattern}
          hint={text.patternHint(NAME_SLOTS)}
          problem={isOfPattern ? gridMistakeText(mistake) : null}
          onInput={(next) => model.change({ pattern: next.slice(0, 1000) })}
        />
        <Choice
          label={text.state}
          value={state}
          options={[
            { value: 'active', label: text.active },
            { value: 'inactive', label: text.inactive },
          ]}
          onChange={(next) => model.change({ state: next })}
        />
      </div>
      <div class="pb-bulk-preview" aria-live="polite">
        <strong>{text.makes(count)}</strong>
        {names.length > 0 && (
          <ol aria-label={text.previewed}>
            {names.map((name, at) => (
              <li key={at} class="pb-clip" title={name}>
                {name}
              </li>
            ))}
            {count > names.length && <li class="more">{text.more(count - names.length)}</li>}
          </ol>
        )}
        {mistake?.code === 'grid-too-large' && <p class="pb-problem">{gridMistakeText(mistake)}</p>}
      </div>
      <div class="pb-row pb-bulk-foot">
        <Button kind="primary" type="submit" disabled={count === 0 || mistake !== null}>
          {text.checkGrid(count)}
        </Button>
        <span class="pb-muted pb-small">{text.nothingSent}</span>
      </div>
    </form>
  );
}

/** A publisher of the grid with what is chosen of it. */
function OfPublisher({ model, of }: { model: GridModel; of: GridPublisher }) {
  const { publisher, placements, paymentRule } = of;
  const { id, name } = publisher;
  const { searchObjects } = model;
  const searchPlacements = useCallback(
    (words: string) => searchObjects({ kind: 'placement', publisherId: id }, words),
    [searchObjects, id],
  );
  const searchRules = useCallback(
    (words: string) => searchObjects({ kind: 'payment-rule', publisherId: id }, words),
    [searchObjects, id],
  );
  return (
    <section class="pb-bulk-publisher" aria-label={name}>
      <div class="pb-row">
        <h3 class="pb-grow pb-clip">{name}</h3>
        <span class="pb-muted pb-small">{id}</span>
        <IconButton icon={X} label={text.remove(name)} onClick={() => model.removePublisher(id)} />
      </div>
      <div class="pb-bulk-of-publisher">
        <PickMany
          what={text.placements.toLowerCase()}
          label={text.addPlacement(name)}
          chosen={placements}
          search={searchPlacements}
          onAdd={(one) => model.addPlacement(id, one)}
          onRemove={(one) => model.removePlacement(id, one)}
          onAddAll={() => void model.addAllPlacements(id)}
          onClear={() => model.clearPlacements(id)}
          isAdding={model.adding.value === `placements-${id}`}
          hint={text.publisherAlone}
        />
        <Combobox<Ref>
          label={text.ruleOf(name)}
          optional
          value={paymentRule}
          search={searchRules}
          onChange={(rule) => model.setRule(id, rule)}
        />
      </div>
    </section>
  );
}
