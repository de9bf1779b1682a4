import { parentOf } from './field-traits';

/** The modal dialog an element stands in: everything outside of it is inert. */
export function modalAround(element: Element | null): Element | null {
  for (let at = element; at; at = parentOf(at)) {
    if (at instanceof HTMLDialogElement && at.matches(':modal')) return at;
  }
  return null;
}

/**
 * Puts an element of ours where it can be used beside `field`: below `<html>`, where nothing is laid
 * out, or else in the field's modal dialog. There it becomes a child among the page's own, where a rule
 * such as `:last-child` may notice it: then another place is tried. `false` where each moves something.
 */
export function settle(host: Element, field: Element | null): boolean {
  const modal = modalAround(field);
  const home = modal ?? document.documentElement;
  if (host.isConnected && (modal ? modal.contains(host) : host.parentElement === home)) return true;
  if (!modal) {
    home.append(host);
    return true;
  }
  host.remove();
  let at: Element = modal;
  for (let inner = soleChild(at); inner; inner = soleChild(at)) at = inner;
  const layout = () =>
    [modal, field, ...at.children]
      .filter((element) => element !== host)
      .flatMap((element) => Object.values(element?.getBoundingClientRect().toJSON() ?? {}))
      .join();
  const before = layout();
  for (const next of [at.lastElementChild, null, at.firstElementChild]) {
    at.insertBefore(host, next);
    if (host.getClientRects().length > 0 && layout() === before) return true;
  }
  host.remove();
  return false;
}

// Nothing is shown that is put into a field, or into a shadow host without a slot for it.
function soleChild(element: Element): Element | null {
  const child = element.childElementCount === 1 ? element.firstElementChild : null;
  return child && child.childElementCount > 0 && !child.shadowRoot ? child : null;
}
