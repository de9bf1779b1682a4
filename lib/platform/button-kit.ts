import { browser } from 'wxt/browser';

import type { FieldButton, FieldButtonEvents } from './field-button';
import type { Field } from './field-traits';
import type { Place } from './place-button';

/** What shows the button: a script of its own, so that a page without pixel fields never gets it. */
export interface ButtonKit {
  create(events: FieldButtonEvents): FieldButton;
  findPlace(field: Field, host: Element): Place | null;
}

// Scripts of one frame share one isolated world; the page does not see it.
const world: { piggybackButtonKit?: ButtonKit } & typeof globalThis = globalThis;

/** Leaves the kit for the script that asked for it. */
export function leaveKit(kit: ButtonKit): void {
  world.piggybackButtonKit = kit;
}

/** Has the background bring the kit into this frame. `null` where it could not. */
export async function loadKit(): Promise<ButtonKit | null> {
  if (!world.piggybackButtonKit) {
    const message = { piggyback: 'field.needButton', data: null };
    await browser.runtime.sendMessage(message).catch(() => {});
  }
  return world.piggybackButtonKit ?? null;
}
