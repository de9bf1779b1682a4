import type { Severity } from '../base/finding';
import type { Span } from './tokens';

/** A finding in words. */
export interface Remark {
  readonly code: string;
  readonly severity: Severity;
  readonly sentence: string;
  readonly next: string;
}

/** A written tag, ready to be shown. */
export interface TagView {
  readonly text: string;
  /** `false`: it may not leave. */
  readonly usable: boolean;
  readonly spans: readonly Span[];
  readonly remarks: readonly Remark[];
}
