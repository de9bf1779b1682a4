import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';

import { Combobox } from '@/components/ui/Combobox';
import { focusIn } from '@/components/ui/focus-in';
import type { FormRemark, RelationName } from '@/lib/core/tracker/form-remarks';
import type { FoundObject } from '@/lib/core/tracker/found-object';
import type { Picker } from '@/lib/core/tracker/picker';
import { factsText, noteText, relationText as text } from '@/lib/text/trackers/form-remarks';

/** How the form finds what a tracker points to. */
export interface RelationActions {
  search(kind: Picker, publisherId: number | null, words: string): Promise<readonly FoundObject[]>;
  /** It was chosen: it is offered first the next time. */
  noteChosen(kind: Picker, publisherId: number | null, id: number): Promise<unknown>;
}

interface RelationFieldProps {
  field: RelationName;
  label: string;
  value: FoundObject | null;
  /** Whose the objects are that are offered; `null` where that is no matter. */
  ownerId?: number | null;
  optional?: boolean;
  disabled?: boolean;
  placeholder?: string;
  problem?: string | null;
  /** What stands below while nothing is chosen. */
  hint: ComponentChildren;
  remarks: readonly FormRemark[];
  kind: Picker;
  relations: RelationActions;
  onChange: (value: FoundObject | null) => void;
}

/**
 * Another object that the tracker points to: found as one types, by name, id, code and state. What is chosen has
 * its facts below, in a line that is always there, so that nothing moves; and a button that clears it.
 */
export function RelationField(props: RelationFieldProps) {
  const { label, value, kind, ownerId = null, disabled = false, relations, onChange } = props;
  const box = useRef<HTMLDivElement>(null);
  const find = useMemo(
    () => async (words: string) =>
      (await relations.search(kind, ownerId, words)).map((object) => ({
        ...object,
        note: noteText(object, ownerId !== null && (object.owner?.id ?? ownerId) !== ownerId),
      })),
    [relations, kind, ownerId],
  );
  const clear = () => {
    onChange(null);
    focusIn(box.current, 'input');
  };
  return (
    <div ref={box} class="pb-relation" data-field={props.field}>
      <Combobox<FoundObject & { note?: string }>
        label={label}
        value={value}
        search={find}
        optional={props.optional ?? false}
        disabled={disabled}
        {...(props.placeholder !== undefined && { placeholder: props.placeholder })}
        problem={props.problem ?? null}
        hint={value === null ? props.hint : <Facts value={value} remarks={props.remarks} />}
        onChange={(chosen) => {
          if (chosen === null) return onChange(null);
          const { note: _, isRecent: __, ...object } = chosen;
          // Only what is offered first the next time hangs on it.
          relations.noteChosen(kind, ownerId, object.id).catch(() => {});
          onChange(object);
        }}
      />
      {value !== null && !disabled && (
        <button
          type="button"
          class="pb-relation-clear"
          aria-label={text.clear(label)}
          onClick={clear}
        >
          {text.clearShort}
        </button>
      )}
    </div>
  );
}

function Facts({ value, remarks }: Pick<RelationFieldProps, 'remarks'> & { value: FoundObject }) {
  const other = remarks.find((one) => one.kind === 'of-another');
  const facts = [
    ...(other?.kind === 'of-another' ? [text.belongsTo(other.owner.name)] : []),
    factsText(value),
  ].join(' · ');
  return (
    <span class={`pb-relation-facts ${remarks.length > 0 ? 'warned' : ''}`} title={facts}>
      {facts}
    </span>
  );
}
