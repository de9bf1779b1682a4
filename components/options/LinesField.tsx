import { Field } from '@/components/ui/Field';

interface LinesFieldProps {
  label: string;
  value: string;
  hint: string | null;
  problem: string | null;
  /** Plain words instead of something to be read letter by letter. */
  isText?: boolean;
  onInput: (value: string) => void;
}

/** A labelled field of several lines. */
export function LinesField({ label, value, hint, problem, isText, onInput }: LinesFieldProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {({ id, describedBy }) => (
        <textarea
          id={id}
          class="pb-input"
          rows={2}
          value={value}
          spellcheck={isText === true}
          style={isText ? undefined : { fontFamily: 'var(--mono)' }}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
