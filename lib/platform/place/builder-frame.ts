import type { Box } from '../button/place-button';
import { followBox } from '../field/follow-box';
import { OVERLAY_MARK } from '../field/our-host';
import { modalAround, settle } from '../field/modal';
import { zoomOf } from '../field/zoom-of';
import { besideField, type BuilderPlace, movedBy } from './beside-field';

interface BuilderFrameOptions {
  /** Address of the builder's page, with its token. */
  readonly address: string;
  /** What a screen reader calls it. */
  readonly title: string;
  /** What it is opened for, if that is in this frame; over a modal dialog it must stand in that dialog. */
  readonly field: Element | null;
  /** The page has taken it away, if only to put it elsewhere: what was in it is lost then. */
  readonly onGone: () => void;
}

export type BuilderFrame = ReturnType<typeof placeBuilderFrame>;

/** Until the page has said how high its content is. */
const FIRST_HEIGHT = 320;

// The page's own rules cannot reach past what is important in here.
const CSS = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  overflow: visible !important;
  color-scheme: light dark !important;
}
dialog {
  all: unset;
  position: fixed;
  inset: 0 auto auto 0;
}
dialog::backdrop {
  background: none;
}
iframe {
  display: block;
  position: fixed;
  box-sizing: border-box;
  border: 1px solid light-dark(#8f8690, #857c89);
  border-radius: 10px;
  background: light-dark(#ffffff, #1b191d);
  box-shadow: 0 6px 24px light-dark(rgb(40 20 35 / 18%), rgb(0 0 0 / 55%));
}`;

/**
 * Puts the builder's page into a frame over this page: in a closed shadow root on a plain `div` (the
 * definition of a custom element, which a page could make, gets at a closed root by
 * `ElementInternals`), in the browser's top layer. It stands beside the field and follows it, until a
 * person has moved it. Ends with the signal.
 */
export function placeBuilderFrame(options: BuilderFrameOptions, signal: AbortSignal) {
  const { address, title, field, onGone } = options;
  const host = document.createElement('div');
  host.setAttribute(OVERLAY_MARK, 'builder');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [sheet];
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.allow = 'clipboard-write';
  // Else a page with `Cross-Origin-Embedder-Policy` keeps it out.
  Reflect.set(frame, 'credentialless', true);
  frame.src = address;
  const dialog = document.createElement('dialog');
  dialog.append(frame);
  // Escape is the builder's own to understand.
  dialog.addEventListener('cancel', (event) => event.preventDefault());
  root.append(dialog);
  // Not `show`, which would take the focus.
  dialog.open = true;
  // First of all: its page is on its way from then on. Where each place in a dialog moves something,
  // that is the lesser evil.
  if (!settle(host, field)) modalAround(field)?.append(host);

  const view = () => ({ width: innerWidth, height: innerHeight });
  let beside: Box | null = null;
  let moved: BuilderPlace | null = null;
  let height = FIRST_HEIGHT;
  let changedAt = performance.now();
  const placeNow = () => {
    const { left, top, width, maxHeight } = moved ?? besideField(beside, view());
    const { style } = frame;
    // Where the page is zoomed by its own style, the builder is not: our pixels are the viewport's.
    style.zoom = String(1 / zoomOf(host));
    style.left = `${left}px`;
    style.top = `${top}px`;
    style.width = `${width}px`;
    style.height = `${Math.min(height, maxHeight)}px`;
  };
  if (field) {
    followBox(
      field,
      (box) => {
        beside = box && box.bottom > 0 && box.top < innerHeight ? box : null;
        placeNow();
      },
      signal,
    );
  }
  if (host.showPopover) {
    host.popover = 'manual';
    host.showPopover();
  }
  placeNow();
  // Where it truly stands, whatever moved it.
  followBox(
    frame,
    (box) => {
      changedAt = performance.now();
      if (!box && !signal.aborted) onGone();
    },
    signal,
  );
  // Taken out and put back, it would load anew, and its page would be refused.
  let isLoaded = false;
  frame.addEventListener('load', () => {
    if (isLoaded && !signal.aborted) onGone();
    isLoaded = true;
  });
  addEventListener('resize', placeNow, { signal });
  signal.addEventListener('abort', () => {
    // The page may keep the host, and bring it back.
    frame.remove();
    host.remove();
  });

  // What has the focus while a frame changes its process gets no keys afterwards; and the page may
  // have begun before this process knows of the change.
  function whenThere(act: () => void): void {
    if (signal.aborted) return;
    if (isLoaded || frame.contentDocument === null) act();
    else requestAnimationFrame(() => whenThere(act));
  }

  return {
    host,
    /** Calls back once the builder's page is in the frame: not before may it have the focus. */
    whenThere,
    focus: () => frame.focus({ preventScroll: true }),
    /** Makes all the rest of the page inert, or no longer. */
    setModal(isModal: boolean): void {
      if (dialog.matches(':modal') === isModal) return;
      dialog.close();
      if (isModal) dialog.showModal();
      else dialog.open = true;
    },
    /** How long the frame has stood where it stands now, in milliseconds. */
    stillMs(): number {
      return performance.now() - changedAt;
    },
    resize(wanted: number): void {
      height = wanted;
      placeNow();
    },
    move(dx: number, dy: number): void {
      moved = movedBy(moved ?? besideField(beside, view()), dx, dy, view());
      placeNow();
    },
  };
}
