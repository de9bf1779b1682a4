import type { DismissScope } from '../../core/console/dismissals';
import type { Field } from '../field/field';
import type { Place } from './place-button';

export interface FieldButtonEvents {
  readonly onPress: () => void;
  readonly onDismiss: (scope: DismissScope) => void;
  /** Escape, or Tab out of the menu: back to the field. */
  readonly onLeave: () => void;
}

/** The small button, as what watches the fields has it. */
export interface FieldButton {
  readonly host: HTMLElement;
  hide(): void;
  /** Whether the focus is on the button or in its menu. */
  hasFocus(): boolean;
  isMenuOpen(): boolean;
  focus(): void;
  /** Shows the button at a place of the viewport; `field` says above which dialog it has to be. */
  showAt(place: Place, field: Element): void;
}

/** What shows the button: a script of its own, so that a page without pixel fields never gets it. */
export interface ButtonKit {
  create(events: FieldButtonEvents): FieldButton;
  findPlace(field: Field, host: Element): Place | null;
}
