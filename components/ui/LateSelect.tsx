import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface LateSelectProps {
  label: string;
  value: string;
  /** What its value is called, while it is not used. */
  shown: string;
  onChange: (value: string) => void;
  /** Its options, that of its value among them. */
  children: ComponentChildren;
}

/**
 * A native list among very many: its options are there once it is pointed at or has the focus. A hundred lists of a hundred
 * options each would keep the page from answering.
 */
export function LateSelect({ label, value, shown, onChange, children }: LateSelectProps) {
  const [isUsed, setUsed] = useState(false);
  const use = () => setUsed(true);
  return (
    <select
      class="pb-input"
      aria-label={label}
      value={value}
      onPointerEnter={use}
      onPointerDown={use}
      onFocus={use}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      {isUsed ? children : <option value={value}>{shown}</option>}
    </select>
  );
}
