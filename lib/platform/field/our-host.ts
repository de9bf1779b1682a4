/** Marks the host of an overlay of ours, with the overlay's name. */
export const OVERLAY_MARK = 'data-piggyback';

/** Whether this is the host of an overlay or of the small button. */
export function isOurHost(node: EventTarget): boolean {
  if (!(node instanceof Element)) return false;
  return node.hasAttribute(OVERLAY_MARK) || node.localName === 'piggyback-button';
}
