import type { PressState } from '@/lib/core/console/press-state';
import { pressText } from '@/lib/text/builder/page';

/** Why presses do not count just now. Its room is always there: nothing moves when it speaks. */
export function PressLine({ state }: { state: PressState }) {
  const isShown = state.kind === 'wait';
  return (
    <p class={isShown ? 'pb-press shown' : 'pb-press'} role="status">
      {isShown && pressText[state.why]}
    </p>
  );
}
