/** Why presses do not count just now. */
export type PressReason = 'covered' | 'moved' | 'out-of-view';

/** Why they never count in this frame: the browser cannot tell, or the page keeps it unseen. */
export type WindowReason = 'browser' | 'page';

/**
 * Whether presses that write count. A page could lay something over the builder's frame, so that a
 * person presses what they do not see.
 */
export type PressState =
  | { readonly kind: 'ready' }
  /** Not now; ends by itself. */
  | { readonly kind: 'wait'; readonly why: PressReason }
  /** They must be made in the small window. */
  | { readonly kind: 'window'; readonly why: WindowReason };
