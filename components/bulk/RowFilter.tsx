import { Choice } from '@/components/ui/Choice';
import { formatCount } from '@/lib/text/ui';

interface RowFilterProps<T extends string> {
  label: string;
  value: T;
  /** Which rows can be shown, and how many those are. */
  options: readonly (readonly [value: T, label: string, count: number])[];
  onChange: (value: T) => void;
}

/** Which rows of a list are shown, each choice with how many there are. */
export function RowFilter<T extends string>({ options, ...of }: RowFilterProps<T>) {
  return (
    <div class="pb-plan-filter">
      <Choice
        {...of}
        options={options.map(([value, label, count]) => ({
          value,
          label: `${label} (${formatCount(count)})`,
        }))}
      />
    </div>
  );
}
