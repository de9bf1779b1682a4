import type { CheckedRequest } from './check-requests';
import type { Finding } from '../rules/request/finding';
import type { PageView } from '../recording/page-views';
import type { TrackerVerdict } from './verdict';
import type { Verification } from './verification';

/** Everything about one verification, judged: what is shown and what is exported. */
export interface JudgedRecording {
  readonly verification: Verification;
  readonly pageViews: readonly PageView[];
  readonly requests: readonly CheckedRequest[];
  readonly verdicts: readonly TrackerVerdict[];
  /** Names of expected trackers, where known. */
  readonly names: ReadonlyMap<number, string>;
}

/** Puts a finding into a sentence; the words live outside the core. */
export type Describe = (finding: Finding) => string;

/** A moment in ISO 8601, UTC. */
export function isoTime(at: number): string {
  return new Date(at).toISOString();
}
