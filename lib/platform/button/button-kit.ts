import { askAgain } from '../channels/ask-again';
import { frameWorld } from '../field/frame-world';
import type { FieldButton, FieldButtonEvents } from './field-button';
import type { Field } from '../field/field-traits';
import type { Place } from './place-button';
import { askForButton } from '../channels/tell-background';

/** What shows the button: a script of its own, so that a page without pixel fields never gets it. */
export interface ButtonKit {
  create(events: FieldButtonEvents): FieldButton;
  findPlace(field: Field, host: Element): Place | null;
}

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
