import type { Verdict } from '../verdict';

/** What one verification recorded of a tracker. */
export interface SeenIn {
  readonly verificationId: string;
  /** How many of its requests are kept; `isMore` where not all were counted, and there may be more. */
  readonly requests: number;
  readonly isMore: boolean;
  /** When the first of them began, in milliseconds since 1970. */
  readonly at: number;
  /** What a person called it; `null` where nobody did. */
  readonly name: string | null;
}

/** The same with what came of it. */
export interface SeenFiring extends SeenIn {
  /** `null` where it is not judged here: the recording is large, or cannot be read. */
  readonly verdict: Verdict | null;
}
