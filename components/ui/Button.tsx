import type { IconNode } from 'lucide';
import { useRef, useState } from 'preact/hooks';

import { Icon } from './Icon';
import { LeanButton, type LeanButtonProps } from './LeanButton';

interface ButtonProps extends Omit<LeanButtonProps, 'onBlur' | 'onClick'> {
  disabled?: boolean;
  onClick?: () => void;
}

/** A button with a visible name. */
export function Button({ disabled = false, onClick, ...rest }: ButtonProps) {
  return <LeanButton {...rest} {...useHeld(disabled, onClick, rest['aria-disabled'])} />;
}

interface IconButtonProps {
  icon: IconNode;
  label: string;
  disabled?: boolean;
  tabIndex?: number;
  onClick: () => void;
}

/** A button that shows only an icon; its label is its accessible name and its tooltip. */
export function IconButton({ icon, label, disabled = false, onClick, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      class="pb-button quiet icon"
      aria-label={label}
      title={label}
      {...rest}
      {...useHeld(disabled, onClick)}
    >
      <Icon of={icon} />
    </button>
  );
}

/**
 * Turned off while it has the focus, a button stays in reach and does nothing: keys go on from there. It is
 * turned off for good once the focus is elsewhere.
 */
function useHeld(
  isOff: boolean,
  onClick: (() => void) | undefined,
  ariaDisabled?: LeanButtonProps['aria-disabled'],
) {
  const own = useRef<HTMLButtonElement>(null);
  const [, setLeft] = useState(0);
  const isHeld = isOff && own.current !== null && own.current === document.activeElement;
  return {
    ref: own,
    disabled: isOff && !isHeld,
    'aria-disabled': isHeld || ariaDisabled,
    onBlur: () => isHeld && setLeft((times) => times + 1),
    onClick: (event: Event) => {
      if (isOff) event.preventDefault();
      else onClick?.();
    },
  };
}
