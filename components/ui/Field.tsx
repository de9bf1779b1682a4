import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

import { uiText } from '@/lib/text/ui';

interface FieldProps {
  label: string;
  optional?: boolean;
  hint?: ComponentChildren;
  problem?: string | null;
  /** Gets the id for the control and the id of the text that describes it. */
  children: (ids: { id: string; describedBy: string | undefined }) => ComponentChildren;
}

/** A label, a control, and below it the problem or else the hint. */
export function Field({ label, optional = false, hint, problem, children }: FieldProps) {
  const id = useId();
  const textId = `${id}-text`;
  const text = problem ?? hint;
  return (
    <div class="pb-field">
      <label class="pb-label" for={id}>
        {label}
        {optional && (
          <span class="optional" aria-hidden="true">
            {' '}
            {uiText.optional}
          </span>
        )}
      </label>
      {children({ id, describedBy: text ? textId : undefined })}
      {text && (
        <span id={textId} class={problem ? 'pb-problem' : 'pb-hint'}>
          {text}
        </span>
      )}
    </div>
  );
}

interface TextFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  type?: 'text' | 'password' | 'url';
  name?: string;
  autocomplete?: string;
  placeholder?: string;
  optional?: boolean;
  required?: boolean;
  disabled?: boolean;
  hint?: string | null;
  problem?: string | null;
  mono?: boolean;
}

/** A labelled line of text. */
export function TextField({
  label,
  value,
  onInput,
  type = 'text',
  optional = false,
  hint,
  problem,
  mono = false,
  ...rest
}: TextFieldProps) {
  return (
    <Field
      label={label}
      optional={optional}
      {...(hint !== undefined && { hint })}
      {...(problem !== undefined && { problem })}
    >
      {({ id, describedBy }) => (
        <input
          id={id}
          class="pb-input"
          {...inputType(type)}
          value={value}
          spellcheck={false}
          style={mono ? { fontFamily: 'var(--mono)' } : undefined}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy}
          onInput={(event) => onInput(event.currentTarget.value)}
          {...rest}
        />
      )}
    </Field>
  );
}

// The attribute types tie each input type to its ARIA roles, so the union is taken apart here.
function inputType(type: 'text' | 'password' | 'url') {
  if (type === 'password') return { type: 'password' as const };
  return type === 'url' ? { type: 'url' as const } : { type: 'text' as const };
}
