import type { Editable } from './field';
import { boxOf } from './editable';
import { followBox } from './follow-box';
import { OVERLAY_MARK } from './our-host';
import { zoomOf } from './zoom-of';

const GAP = 2;
const CSS = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  box-sizing: border-box !important;
  width: var(--w) !important;
  height: var(--h) !important;
  translate: var(--x) var(--y) !important;
  zoom: var(--z, 1) !important;
  border: 2px dashed #c2185b !important;
  border-radius: 6px !important;
  outline: 1px solid #fff !important;
  pointer-events: none !important;
}
:host([hidden]) {
  display: none !important;
}`;

/**
 * Draws an outline round a field, above the page, so that a person sees which one the builder is of.
 * Ends with the signal.
 */
export function outlineField(field: Editable, signal: AbortSignal): void {
  const host = document.createElement('div');
  host.setAttribute(OVERLAY_MARK, 'outline');
  host.ariaHidden = 'true';
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  host.attachShadow({ mode: 'closed' }).adoptedStyleSheets = [sheet];
  host.popover = 'manual';
  document.documentElement.append(host);
  host.showPopover?.();
  followBox(
    boxOf(field),
    (box) => {
      host.hidden = box === null || box.right <= box.left;
      if (!box) return;
      const [width, height] = [box.right - box.left + 2 * GAP, box.bottom - box.top + 2 * GAP];
      host.style.cssText = `--x:${box.left - GAP}px;--y:${box.top - GAP}px;--w:${width}px;--h:${height}px;--z:${1 / zoomOf(host)}`;
    },
    signal,
  );
  signal.addEventListener('abort', () => host.remove());
}
