import { MiddleClip } from '@/components/ui/MiddleClip';
import type { TrackerColumn } from '@/lib/core/tracker-sheet/columns';
import type { PlannedRow } from '@/lib/core/tracker-sheet/planned-row';
import { TRACKER_FIELDS } from '@/lib/core/tracker/fields';
import { type RowField, rowFields } from '@/lib/core/tracker-sheet/row-fields';
import { bulkText as text } from '@/lib/text/trackers/bulk';
import { trackerFieldText } from '@/lib/text/trackers/fields';

import { KindMark } from './marks';
import { FieldChangeText, IssueLine } from './plan-parts';

interface PlanRowProps {
  row: PlannedRow;
  textOf: (column: TrackerColumn) => string;
  isCurrent: boolean;
  isChosen: boolean;
  /** The focus has come to it, or it was pressed. */
  onChoose: () => void;
}

/** One row of a dry run: what becomes of it, and every field with what it was and what is wrong with it. */
export function PlanRow({ row, textOf, isCurrent, isChosen, onChoose }: PlanRowProps) {
  const fields = rowFields(row, textOf);
  const [name, ...others] = fields;
  const isRenamed = name !== undefined && name.from !== null;
  const called = (isRenamed && name.text) || row.name || text.nameless;
  return (
    <div class={`pb-plan-row ${isChosen ? 'chosen' : ''}`} data-kind={row.kind}>
      <span class="pb-plan-at pb-muted">
        {row.row}
        {row.tracker && <small>{row.tracker.id}</small>}
      </span>
      <KindMark kind={row.kind} />
      <span class="pb-plan-field name">
        <button
          type="button"
          class="pb-plan-name"
          tabIndex={isCurrent ? 0 : -1}
          data-row-focus
          aria-current={isChosen ? 'true' : undefined}
          aria-label={`${text.row(row.row)}, ${called}`}
          title={called}
          onFocus={onChoose}
          onClick={onChoose}
        >
          <MiddleClip text={called} />
        </button>
        {isRenamed && (
          <span class="pb-plan-was pb-clip" title={name.from}>
            {text.from_} <del>{name.from}</del>
          </span>
        )}
        {name && <Below field={name} />}
      </span>
      {others.map((field) => (
        <span key={field.field} class="pb-plan-field other">
          <span class="pb-clip" title={field.text}>
            <FieldChangeText field={field} />
          </span>
          <Below field={field} />
        </span>
      ))}
      <span class="pb-plan-short pb-clip">
        <Short fields={fields} />
      </span>
    </div>
  );
}

function Below({ field }: { field: RowField }) {
  const [first] = field.issues;
  return first ? <IssueLine issue={first} of={field.issues.length} /> : null;
}

/** The same where there is no room for columns: the first that is wrong, or else all that is set. */
function Short({ fields }: { fields: readonly RowField[] }) {
  const issues = fields.flatMap((field) => field.issues);
  const [first] = issues;
  if (first) return <IssueLine issue={first} of={issues.length} />;
  const shown = fields.filter(
    ({ field, from, text: to }) => from !== null || (field !== 'name' && to !== ''),
  );
  const changed = shown.filter(({ from }) => from !== null);
  return (changed.length > 0 ? changed : shown).map((field, at) => (
    <span key={field.field}>
      {at > 0 && ' · '}
      {field.from !== null && <span class="pb-muted">{trackerFieldText[field.field]} </span>}
      <FieldChangeText field={field} />
    </span>
  ));
}

/** What stands in which column. */
export function PlanHead() {
  return (
    <div class="pb-plan-row pb-plan-head" aria-hidden="true">
      <span class="pb-plan-at">{text.columns.row}</span>
      <span>{text.columns.kind}</span>
      {TRACKER_FIELDS.map((field) => (
        <span key={field} class={`pb-plan-field pb-clip ${field === 'name' ? 'name' : 'other'}`}>
          {trackerFieldText[field]}
        </span>
      ))}
    </div>
  );
}
