import type { CheckedRequest } from './checked-request';
import type { Finding } from '../base/finding';
import type { PixelRequest } from '../recording/pixel-request';
import type { PageView } from '../recording/page-views';
import type { Scope, TrackerVerdict } from './verdict';
import type { Verification } from './verification';

/** One verification as it was kept. */
export interface Recording {
  readonly verification: Verification;
  readonly pageViews: readonly PageView[];
  /** As joined: without doubles and in the order of time. */
  readonly requests: readonly PixelRequest[];
  /** How many more requests and page views are kept and cannot be read; absent where all can. */
  readonly unreadable?: number;
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
  /** The same on one page view. */
  readonly verdictsOn: (view: PageView) => readonly TrackerVerdict[];
  /** Whether all that was fired on a page view (`null`: on all) is kept, as far as the recording’s room goes. */
  readonly isWhole: (view: PageView | null) => boolean;
  /** Trackers that fired and that nobody expected, in the order in which they were first seen. */
  readonly unexpectedIds: readonly number[];
  /** How many requests have a remark that is more than a hint. */
  readonly remarked: number;
  /** Names of the trackers, where known. */
  readonly names: ReadonlyMap<number, string>;
  /** Without any tracker loaded, whether an id is a tracker's could not be checked. */
  readonly trackersLoaded: boolean;
  /** How many requests and page views are kept and cannot be read: what they were is not known. */
  readonly unreadable: number;
}

/** Puts a finding into a sentence; the words live outside the core. */
export type Describe = (finding: Finding) => string;

/** The same with what to do. */
export type SayOf = (finding: Finding) => { readonly sentence: string; readonly next: string };

/** A moment in ISO 8601, UTC. */
export function isoTime(at: number): string {
  return new Date(at).toISOString();
}
