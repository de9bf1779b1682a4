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
  onlyByPerson(container);
  root.append(style, container);
  (modalAround(near) ?? document.documentElement).append(host);
  if (host.showPopover) {
    host.popover = 'manual';
    host.showPopover();
  }
  return { host, container, remove: () => host.remove() };
}

const PRESSES = ['click', 'keydown'];
/** Longer than from a press to the submission it causes. */
const PRESS_MS = 1000;

/**
 * Leaves out presses that a page's script made up: it can reach into our element, and must not create
 * a tracker there. A form is sent only right after a press in it, since a script can ask the browser
 * itself to send one.
 */
function onlyByPerson(container: HTMLElement): void {
  let pressedAt = -Infinity;
  const leaveOut = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const type of PRESSES) {
    const check = (event: Event) => {
      if (event.isTrusted) pressedAt = event.timeStamp;
      // On Enter the library for lists clicks the option itself; to choose one does no harm.
      else if (!isOption(event.target)) leaveOut(event);
    };
    container.addEventListener(type, check, { capture: true });
  }
  const checkSubmit = (event: Event) => {
    if (!event.isTrusted || event.timeStamp - pressedAt > PRESS_MS) leaveOut(event);
  };
  container.addEventListener('submit', checkSubmit, { capture: true });
}

function isOption(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=option]') !== null;
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
