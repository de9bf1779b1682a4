import type { DraftActions } from '@/components/stores/draft';
import type { PageList } from '@/lib/core/verification/page-list';
import type { VisitOrder } from '@/lib/core/verification/visited';

/** What can be done with runs over pages. The entrypoint plugs in worker and background; a test plugs in fakes. */
export interface VisitsActions extends DraftActions {
  /** Reads a list. Fails with `SheetFileError`. */
  readList(file: Blob, signal: AbortSignal): Promise<PageList>;
  /** Asks the browser for what visits take, in the person's own click; gives whether it is granted. Fails with `access-later`. */
  ask(): Promise<boolean>;
  /** Begins a run; gives the id of its verification. */
  start(order: VisitOrder): Promise<string>;
  pause(id: string): Promise<void>;
  goOn(id: string): Promise<void>;
  stop(id: string): Promise<void>;
}
