import { Field } from '@/components/ui/Field';
import { columnLetters } from '@/lib/core/table/cells';
import type { ColumnTitle } from '@/lib/core/table/column-titles';
import { sheetPageText as text } from '@/lib/text/sheets/page';

interface ColumnSelectProps {
  /** What it is called among the lists of columns, so that it is found again. */
  name: string;
  label: string;
  titles: readonly ColumnTitle[];
  value: number | null;
  /** What the choice of no column is called; without it there is none. */
  none?: string | undefined;
  onChange: (column: number | null) => void;
}

/** One of a sheet's columns, by its title and letter. */
export function ColumnSelect({ name, label, titles, value, none, onChange }: ColumnSelectProps) {
  return (
    <Field label={label}>
      {({ id }) => (
        <select
          id={id}
          class="pb-input"
          data-list={name}
          value={value === null ? '' : String(value)}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.value === '' ? null : Number(currentTarget.value))
          }
        >
          {none !== undefined && <option value="">{none}</option>}
          {titles.map(({ index, title }) => (
            <option key={index} value={String(index)}>
              {text.column(columnLetters(index), title)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
