import type { Said } from '../rules/say';
import type { Span } from './tokens';

/** A written tag, ready to be shown. */
export interface TagView {
  readonly text: string;
  /** `false`: it may not leave. */
  readonly usable: boolean;
  readonly spans: readonly Span[];
  readonly remarks: readonly Said[];
}
