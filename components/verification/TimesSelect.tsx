import type { Times } from '@/lib/core/verification/expectation';
import { timesText as text } from '@/lib/text/verification/verification-run';

const OFFERED: readonly Times[] = [1, 'at-least-once', 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 50, 99];

interface TimesSelectProps {
  name: string;
  times: Times;
  onChange: (times: Times) => void;
}

/** How often a tracker is expected on each page view. */
export function TimesSelect({ name, times, onChange }: TimesSelectProps) {
  const offered = OFFERED.includes(times) ? OFFERED : [...OFFERED, times];
  return (
    <select
      class="pb-input pb-times"
      aria-label={text.label(name)}
      title={text.label(name)}
      value={String(times)}
      onChange={({ currentTarget: { value } }) => {
        const chosen = offered.find((one) => String(one) === value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {offered.map((one) => (
        <option key={one} value={String(one)}>
          {text.option(one)}
        </option>
      ))}
    </select>
  );
}
