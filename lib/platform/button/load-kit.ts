import { askAgain } from '../channels/ask-again';
import { askForButton } from '../channels/tell-background';
import { frameWorld } from '../field/frame-world';
import type { ButtonKit } from './button-kit';

/** Leaves the kit for the script that asked for it. */
export function leaveKit(kit: ButtonKit): void {
  frameWorld.kit = kit;
}

/** Has the background bring the kit into this frame. `null` where it could not. */
export function loadKit(isOver: () => boolean): Promise<ButtonKit | null> {
  return askAgain(async () => {
    if (!frameWorld.kit) await askForButton();
    return frameWorld.kit ?? null;
  }, isOver);
}
