import { useId } from 'preact/hooks';

import type { DraftField, TrackerDraft } from '@/lib/core/tracker/draft';
import { type Decisions, type Difference, type Side, sideOf } from '@/lib/core/tracker/versions';
import { trackerFieldText } from '@/lib/text/trackers/fields';
import { valueText, versionsText as text } from '@/lib/text/trackers/versions';

interface VersionsTableProps {
  differences: readonly Difference[];
  began: TrackerDraft;
  theirs: TrackerDraft;
  mine: TrackerDraft;
  decisions: Decisions;
  disabled: boolean;
  onDecide: (field: DraftField, side: Side) => void;
}

/** Both versions of a tracker field by field, and how it was; of each field one is chosen. */
export function VersionsTable(props: VersionsTableProps) {
  const { differences, decisions } = props;
  return (
    <div class="pb-versions" role="group" aria-label={text.title}>
      <div class="pb-versions-head pb-muted pb-small" aria-hidden="true">
        <span />
        <span>{text.began}</span>
        <span>{text.theirs}</span>
        <span>{text.mine}</span>
      </div>
      {differences.map((one) => (
        <VersionsRow key={one.field} {...props} one={one} side={sideOf(one, decisions)} />
      ))}
    </div>
  );
}

type RowProps = VersionsTableProps & { one: Difference; side: Side | null };

function VersionsRow({ one, side, began, theirs, mine, disabled, onDecide }: RowProps) {
  const { field, by, isOfPublisher } = one;
  const group = useId();
  const label = trackerFieldText[field];
  const choice = (of: Side, draft: TrackerDraft) => (
    <label class="pb-versions-choice">
      <input
        type="radio"
        name={group}
        checked={side === of}
        disabled={disabled || isOfPublisher}
        aria-label={text.choice(label, text[of], valueText(draft, field))}
        onChange={() => onDecide(field, of)}
      />
      <span class="pb-versions-side pb-muted pb-small">{text[of]}</span>
      <span class="value">{valueText(draft, field)}</span>
    </label>
  );
  return (
    <fieldset class={`pb-versions-row ${side === null && !isOfPublisher ? 'open' : ''}`}>
      <legend>
        <strong>{label}</strong>
        <span class="pb-muted pb-small">{isOfPublisher ? text.withPublisher : text.by[by]}</span>
      </legend>
      <span class="pb-versions-began">
        <span class="pb-versions-side pb-muted pb-small">{text.began}</span>
        <span class="value">{valueText(began, field)}</span>
      </span>
      {choice('theirs', theirs)}
      {choice('mine', mine)}
    </fieldset>
  );
}
