import { useId } from 'preact/hooks';

interface CheckProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: string;
  disabled?: boolean;
}

/** A native checkbox with its name beside it and its reason below. */
export function Check({ label, checked, onChange, hint, disabled = false }: CheckProps) {
  const hintId = useId();
  return (
    <div>
      <label class="pb-check">
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-describedby={hint ? hintId : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
      {hint && (
        <p id={hintId} class="pb-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
