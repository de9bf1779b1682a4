import type { AskedBy } from '../../core/console/asked-by';
import type { Editable } from './field';
import { deepActiveElement, editableOf, rememberedField } from './editable';
import { frameWorld } from './frame-world';

/** Notes the field whose small button was pressed: the builder that opens now is of this one. */
export function askFor(field: Editable): void {
  frameWorld.asked = new WeakRef(field);
}

/**
 * The field that the builder was asked for. A press on the small button says it by itself, whatever
 * has the focus by now; else it is the one with the focus, or the one that a person was in last.
 */
export function askedField(by: AskedBy): Editable | null {
  const asked = frameWorld.asked?.deref();
  delete frameWorld.asked;
  if (by === 'press') return asked?.isConnected ? asked : null;
  const pointed = by === 'menu' ? frameWorld.pointed?.deref() : null;
  if (pointed?.isConnected) return pointed;
  return editableOf(deepActiveElement()) ?? rememberedField();
}
