/**
 * Whether presses that write count now. A page could lay something over the builder's frame, or push
 * it under the pointer, so that a person presses what they do not see.
 */
export type PressState =
  | { readonly kind: 'ready' }
  /** Not now; ends by itself. */
  | { readonly kind: 'wait'; readonly why: 'covered' | 'moved' | 'out-of-view' }
  /** Never in this frame: the browser cannot tell, or the page keeps the builder unseen. */
  | { readonly kind: 'window'; readonly why: 'browser' | 'page' };

/** Why a builder goes on in a window of its own, where presses do not count in its frame. */
export function reasonToMove(press: PressState): 'kept-unseen' | 'cannot-tell' {
  return press.kind === 'window' && press.why === 'page' ? 'kept-unseen' : 'cannot-tell';
}

/** Why a press has to wait, and why it counts in a window only. */
export type PressReason = Extract<PressState, { kind: 'wait' }>['why'];
export type WindowReason = Extract<PressState, { kind: 'window' }>['why'];

/** What the builder's frame knows of being seen. Times in milliseconds of one clock. */
export interface Sight {
  /** Whether the browser tells what lies over a frame. */
  readonly canTell: boolean;
  /** Nothing lies over it, and it is neither transparent nor distorted. */
  readonly isUncovered: boolean;
  /** All of it is in view. */
  readonly isWhole: boolean;
  /** Since when it has not been both; `null` while it is. */
  readonly unseenSince: number | null;
  /** When it was last moved, resized, or came into sight. */
  readonly changedAt: number;
}

/** A press counts once the frame has stood still, in sight, for so long. */
export const STILL_MS = 500;
/** A page that keeps the frame unseen for so long will not show it. */
const UNSEEN_MS = 2000;

/** How it stands with presses at a moment, and when that changes by itself; `null` if it does not. */
export function pressStateAt(
  sight: Sight,
  now: number,
): { readonly state: PressState; readonly until: number | null } {
  const { canTell, isUncovered, isWhole, unseenSince, changedAt } = sight;
  if (!canTell) return { state: { kind: 'window', why: 'browser' }, until: null };
  if (unseenSince !== null) {
    const until = unseenSince + UNSEEN_MS;
    if (now >= until) return { state: { kind: 'window', why: 'page' }, until: null };
    const why = isWhole && !isUncovered ? 'covered' : 'out-of-view';
    return { state: { kind: 'wait', why }, until };
  }
  const until = changedAt + STILL_MS;
  if (now < until) return { state: { kind: 'wait', why: 'moved' }, until };
  return { state: { kind: 'ready' }, until: null };
}
