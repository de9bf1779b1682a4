import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';

import { Icon } from './Icon';

interface ButtonProps {
  kind?: 'plain' | 'primary' | 'danger' | 'quiet';
  type?: 'button' | 'submit';
  icon?: IconNode;
  disabled?: boolean;
  title?: string;
  /** Accessible name where the visible one stands in many rows; it should begin with that. */
  label?: string;
  onClick?: () => void;
  children: ComponentChildren;
}

/** A button with a visible name. */
export function Button({
  kind = 'plain',
  type = 'button',
  icon,
  label,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button type={type} class={`pb-button ${kind}`} aria-label={label} {...rest}>
      {icon && <Icon of={icon} />}
      {children}
    </button>
  );
}

interface IconButtonProps {
  icon: IconNode;
  label: string;
  disabled?: boolean;
  tabIndex?: number;
  onClick: () => void;
}

/** A button that shows only an icon; its label is its accessible name and its tooltip. */
export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <button type="button" class="pb-button quiet icon" aria-label={label} title={label} {...rest}>
      <Icon of={icon} />
    </button>
  );
}
