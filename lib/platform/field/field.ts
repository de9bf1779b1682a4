/** A field a tag can be typed into; for a code editor, the element that takes its keys. */
export type Editable = HTMLInputElement | HTMLTextAreaElement | HTMLElement;

/** A text field and the element that a person takes for it: a code editor hides its real field. */
export interface Field {
  readonly editable: Editable;
  readonly shell: Element;
}
