import type { IconNode } from 'lucide';
import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

import { Icon } from './Icon';

export interface LeanButtonProps extends Pick<
  ButtonHTMLAttributes,
  'aria-disabled' | 'disabled' | 'onBlur' | 'onClick' | 'title'
> {
  kind?: 'plain' | 'primary' | 'danger' | 'quiet';
  type?: 'button' | 'submit';
  icon?: IconNode;
  /** Accessible name where the visible one stands in many rows; it should begin with that. */
  label?: string;
  children: ComponentChildren;
}

/** A button with a visible name, and nothing besides: in other people's pages every byte counts. */
export function LeanButton({
  kind = 'plain',
  type = 'button',
  icon,
  label,
  children,
  ...rest
}: LeanButtonProps) {
  return (
    <button type={type} class={`pb-button ${kind}`} aria-label={label} {...rest}>
      {icon && <Icon of={icon} />}
      {children}
    </button>
  );
}
