import { modalAround, settle } from './modal';
import { OVERLAY_MARK } from './our-host';

interface OverlayOptions {
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
  readonly root: ShadowRoot;
  readonly container: HTMLElement;
  remove(): void;
}

/**
 * Puts an empty overlay into the page. One of that name that is there already goes.
 *
 * Its root is closed: a script of the page can neither read what it shows nor press what is in it.
 * The host is a plain `div`, since the definition of a custom element, which a page could make, gets
 * at a closed root by `ElementInternals`.
 */
export function openOverlay({ name, css, isolate, near }: OverlayOptions): Overlay {
  document.querySelectorAll(`[${OVERLAY_MARK}=${name}]`).forEach((old) => old.remove());
  const host = document.createElement('div');
  host.setAttribute(OVERLAY_MARK, name);
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = css;
  const container = document.createElement('div');
  for (const type of isolate) container.addEventListener(type, (event) => event.stopPropagation());
  root.append(style, container);
  // Where each place in a dialog moves something, that is the lesser evil.
  if (!settle(host, near)) modalAround(near)?.append(host);
  if (host.showPopover) {
    host.popover = 'manual';
    host.showPopover();
  }
  return { host, root, container, remove: () => host.remove() };
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
