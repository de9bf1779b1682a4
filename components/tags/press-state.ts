/**
 * Whether presses that write count now. A page could lay something over the builder's frame, so that
 * a person presses what they do not see.
 */
export type PressState =
  | { readonly kind: 'ready' }
  /** Not now; ends by itself. */
  | { readonly kind: 'wait'; readonly why: 'covered' | 'moved' | 'out-of-view' }
  /** Never in this frame: the browser cannot tell, or the page keeps the builder unseen. */
  | { readonly kind: 'window'; readonly why: 'browser' | 'page' };
