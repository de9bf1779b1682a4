import { useState } from 'preact/hooks';

import { Choice } from '@/components/ui/Choice';
import { TextField } from '@/components/ui/Field';
import { type DraftField, type TrackerDraft, withPublisher } from '@/lib/core/tracker/draft';
import { remarksOn } from '@/lib/core/tracker/form-remarks';
import type { FoundObject } from '@/lib/core/tracker/found-object';
import { relationText } from '@/lib/text/trackers/form-remarks';
import { formText as text } from '@/lib/text/trackers/tracker-form';

import { type RelationActions, RelationField } from './RelationField';

interface TrackerFieldsProps {
  draft: TrackerDraft;
  problemOf: (field: DraftField) => string | null;
  relations: RelationActions;
  onChange: (draft: TrackerDraft) => void;
}

/** What was chosen of a publisher that is not chosen any more. */
interface TakenOff {
  readonly placement: string | null;
  readonly paymentRule: string | null;
  readonly publisher: string;
}

/** The fields of a tracker that a person writes. */
export function TrackerFields({ draft, problemOf, relations, onChange }: TrackerFieldsProps) {
  const [off, setOff] = useState<TakenOff | null>(null);
  const publisherId = draft.publisher?.id ?? null;
  const remarks = remarksOn(draft);
  const remarksOf = (field: DraftField) => remarks.filter((one) => one.field === field);
  const choosePublisher = (publisher: FoundObject | null) => {
    const next = withPublisher(draft, publisher);
    const was = draft.publisher;
    const gone = (field: 'placement' | 'paymentRule') =>
      (next[field] === null ? draft[field]?.name : null) ?? null;
    if (was && publisher?.id !== was.id) {
      const [placement, paymentRule] = [gone('placement'), gone('paymentRule')];
      if (placement ?? paymentRule) setOff({ placement, paymentRule, publisher: was.name });
    }
    onChange(next);
  };
  const taken = (name: string | null | undefined) =>
    off && name ? relationText.takenOff(name, off.publisher) : '';
  const [placementOff, ruleOff] = [taken(off?.placement), taken(off?.paymentRule)];
  const ofPublisher = {
    optional: true,
    ownerId: publisherId,
    disabled: publisherId === null,
  };
  return (
    <>
      <TextField
        label={text.name}
        required
        value={draft.name}
        problem={problemOf('name')}
        onInput={(name) => onChange({ ...draft, name })}
      />
      <RelationField
        field="lineItem"
        label={text.lineItem}
        value={draft.lineItem}
        hint={relationText.lineItemHint}
        remarks={remarksOf('lineItem')}
        kind="line-item"
        relations={relations}
        problem={problemOf('lineItem')}
        onChange={(lineItem) => onChange({ ...draft, lineItem })}
      />
      <RelationField
        field="publisher"
        label={text.publisher}
        value={draft.publisher}
        hint={relationText.publisherHint}
        remarks={remarksOf('publisher')}
        kind="publisher"
        relations={relations}
        problem={problemOf('publisher')}
        onChange={choosePublisher}
      />
      <RelationField
        {...ofPublisher}
        field="placement"
        label={text.placement}
        value={draft.placement}
        hint={<Hint taken={placementOff} usual={relationText.placementHint} />}
        remarks={remarksOf('placement')}
        kind="placement"
        relations={relations}
        placeholder={publisherId === null ? text.needsPublisher : text.noPlacement}
        onChange={(placement) => {
          setOff(off && { ...off, placement: null });
          onChange({ ...draft, placement });
        }}
      />
      <RelationField
        {...ofPublisher}
        field="paymentRule"
        label={text.paymentRule}
        value={draft.paymentRule}
        hint={<Hint taken={ruleOff} usual={relationText.paymentRuleHint} />}
        remarks={remarksOf('paymentRule')}
        kind="payment-rule"
        relations={relations}
        {...(publisherId === null && { placeholder: text.needsPublisher })}
        onChange={(paymentRule) => {
          setOff(off && { ...off, paymentRule: null });
          onChange({ ...draft, paymentRule });
        }}
      />
      <span role="status" class="pb-hidden">
        {[placementOff, ruleOff].filter(Boolean).join(' ')}
      </span>
      <TextField
        label={text.code}
        optional
        value={draft.code}
        hint={text.codeHint}
        problem={problemOf('code')}
        onInput={(code) => onChange({ ...draft, code })}
      />
      <Choice
        label={text.state}
        value={draft.state}
        options={[
          { value: 'active', label: text.active },
          { value: 'inactive', label: text.inactive },
        ]}
        onChange={(state) => onChange({ ...draft, state })}
      />
    </>
  );
}

/** What has just been taken off, in the place of what is said of an empty field. */
function Hint({ taken, usual }: { taken: string; usual: string }) {
  if (taken === '') return <>{usual}</>;
  return <span class="pb-relation-facts warned">{taken}</span>;
}
