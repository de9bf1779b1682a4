import type { IconNode } from 'lucide';

import { Icon } from './Icon';

interface BadgeProps {
  icon: IconNode;
  /** Its colour, by a class; empty where it has none. */
  look: string;
  word: string;
}

/** Something told by a sign and a word, and by its colour besides. */
export function Badge({ icon, look, word }: BadgeProps) {
  return (
    <span class={`pb-badge ${look}`}>
      <Icon of={icon} size={12} />
      {word}
    </span>
  );
}
