import { isPixelField } from '../core/tag/pixel-field';
import { type Editable, editableOf, rememberField } from './editable';
import { createFieldButton, traitsOf } from './field-button';

/**
 * Offers the button at a pixel field while it has the focus, and nowhere else. One listener on the
 * document, no observers: a page with thousands of fields pays nothing for them. Ends with the signal.
 */
export function watchFields(label: string, onOpen: () => void, signal: AbortSignal): void {
  let field: Editable | null = null;
  const button = createFieldButton(label, () => {
    if (!field) return;
    rememberField(field);
    button.hide();
    onOpen();
  });
  const leave = () => {
    field = null;
    button.hide();
  };
  const consider = (target: EventTarget | null) => {
    if (target === button.host) return;
    const editable = editableOf(target);
    if (!editable) return leave();
    rememberField(editable);
    if (!isPixelField(traitsOf(editable))) return leave();
    field = editable;
    button.showAt(editable);
  };
  const follow = () => field && button.showAt(field);
  const passive = { capture: true, passive: true, signal };

  document.addEventListener('focusin', (event) => consider(event.composedPath()[0] ?? null), {
    capture: true,
    signal,
  });
  document.addEventListener('focusout', (event) => event.relatedTarget !== button.host && leave(), {
    capture: true,
    signal,
  });
  window.addEventListener('scroll', follow, passive);
  window.addEventListener('resize', follow, passive);
  // When the extension is updated, a new copy of this script takes over.
  signal.addEventListener('abort', () => button.host.remove());
  consider(document.activeElement);
}
