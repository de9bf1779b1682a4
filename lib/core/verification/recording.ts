import type { CheckedRequest } from './check-requests';
import type { Finding } from '../base/finding';
import type { PixelRequest } from '../recording/pixel-request';
import type { PageView } from '../recording/page-views';
import type { Scope, TrackerVerdict } from './verdict';
import type { Verification } from './verification';

/** One verification as it was kept. */
export interface Recording {
  readonly verification: Verification;
  readonly pageViews: readonly PageView[];
  /** From `mergeRequests`: without doubles and in the order of time. */
  readonly requests: readonly PixelRequest[];
}

/** Everything about one verification, judged: what is shown and what is exported. */
export interface JudgedRecording {
  readonly verification: Verification;
  readonly pageViews: readonly PageView[];
  readonly requests: readonly CheckedRequest[];
  /** The page views the verdicts are about. */
  readonly scope: Scope;
  /** One on each expected tracker. */
  readonly verdicts: readonly TrackerVerdict[];
  /** Trackers that fired and that nobody expected, in the order in which they were first seen. */
  readonly unexpectedIds: readonly number[];
  /** Names of the trackers, where known. */
  readonly names: ReadonlyMap<number, string>;
}

/** Puts a finding into a sentence; the words live outside the core. */
export type Describe = (finding: Finding) => string;

/** A moment in ISO 8601, UTC. */
export function isoTime(at: number): string {
  return new Date(at).toISOString();
}
