import type { Said } from '@/components/ui/Notice';
import type { Tracker } from '@/lib/core/tracker/tracker';

import type { SaveNext } from './SaveButtons';

/** What came of a form: a tracker that was saved, or deleted (`null`). */
export interface FormDone {
  readonly id: number;
  readonly tracker: Tracker | null;
  readonly said: Said;
  /** Where the person goes on. */
  readonly next: SaveNext;
  /** Unless the form was left meanwhile. */
  readonly isOpen: boolean;
}
