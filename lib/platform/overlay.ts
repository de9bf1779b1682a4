import { parentOf } from './field-traits';

interface OverlayOptions {
  /** The host element's name, with a hyphen. */
  readonly name: string;
  readonly css: string;
  /** Events that stay inside: a console's shortcuts must not hear what is typed here. */
  readonly isolate: readonly string[];
  /** What it is opened for; over a modal dialog it must stand in that dialog. */
  readonly near: Element | null;
}

/** An element of ours over a page: in a shadow root, in the browser's top layer where it has one. */
export interface Overlay {
  readonly host: HTMLElement;
  readonly container: HTMLElement;
  remove(): void;
}

/** Puts an empty overlay into the page. One of that name that is there already goes. */
export function openOverlay({ name, css, isolate, near }: OverlayOptions): Overlay {
  document.querySelectorAll(name).forEach((old) => old.remove());
  const host = document.createElement(name);
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = css;
  const container = document.createElement('div');
  for (const type of isolate) container.addEventListener(type, (event) => event.stopPropagation());
  root.append(style, container);
  (modalAround(near) ?? document.documentElement).append(host);
  if (host.showPopover) {
    host.popover = 'manual';
    host.showPopover();
  }
  return { host, container, remove: () => host.remove() };
}

/** The modal dialog an element stands in: everything outside of it is inert. */
export function modalAround(element: Element | null): Element | null {
  for (let at = element; at; at = parentOf(at)) {
    if (at instanceof HTMLDialogElement && at.matches(':modal')) return at;
  }
  return null;
}

/**
 * Escape closes the overlay also from the page, where the focus is after an insertion. Inside the
 * overlay its own controls come first.
 */
export function closeByEscape(host: HTMLElement, close: () => void, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !event.isTrusted || event.target === host) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    close();
  };
  window.addEventListener('keydown', onKey, { capture: true, signal });
}
