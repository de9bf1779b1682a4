import type { AdServer } from '../../ad-server/ad-server';
import type { PixelRequest } from '../../recording/pixel-request';
import type { Tracker } from '../../tracker/tracker';
import type { Finding } from './finding';

/** What a rule may look at: one request, and what was recorded around it. */
export interface RuleContext {
  readonly request: PixelRequest;
  /** The tracker with the request's id, if it is among those loaded from Monetize. */
  readonly tracker: Tracker | null;
  /** Whether any tracker was ever loaded here. */
  readonly trackersLoaded: boolean;
  /** The ad servers whose macros are known, people's own among them. */
  readonly servers: readonly AdServer[];
  /** An earlier request of this tracker carried the same cachebuster. */
  readonly cachebusterSeenBefore: boolean;
  /**
   * The how-manieth request of its tracker this is on its page view, of those that may have reached
   * the server and are no redirect's hop, counted from 1; `null` if it does not count.
   */
  readonly occurrence: number | null;
}

/** A rule looks at one request and gives its remark, or `null`. */
export type Rule = (context: RuleContext) => Finding | null;
