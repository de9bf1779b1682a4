import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';

import { Button } from '@/components/ui/Button';

interface PressButtonProps {
  kind?: 'plain' | 'primary' | 'quiet';
  icon?: IconNode;
  title?: string;
  /** Does nothing, but stays in reach: the focus is not lost when it is turned off. */
  isOff?: boolean;
  /** By which the focus finds it. */
  act: string;
  onPress: () => void;
  children: ComponentChildren;
}

/** A button of the builder that can be off for a while. */
export function PressButton({ isOff = false, act, onPress, ...rest }: PressButtonProps) {
  return (
    <Button
      {...rest}
      data-act={act}
      aria-disabled={isOff || undefined}
      onClick={() => {
        if (!isOff) onPress();
      }}
    />
  );
}
