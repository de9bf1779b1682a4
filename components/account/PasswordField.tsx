import { TextField } from '@/components/ui/Field';
import { popupText as text } from '@/lib/text/pages/popup';

interface PasswordFieldProps {
  value: string;
  onInput: (value: string) => void;
}

/** The password of the service, with what becomes of it. */
export function PasswordField({ value, onInput }: PasswordFieldProps) {
  return (
    <TextField
      label={text.password}
      name="password"
      type="password"
      autocomplete="current-password"
      required
      value={value}
      onInput={onInput}
      hint={text.passwordKept}
    />
  );
}
