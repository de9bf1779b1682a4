import { createJoining, type JoinChange } from '../../core/recording/join-observations';
import type { Observation } from '../../core/recording/observation';
import type { PageView } from '../../core/recording/page-views';
import type { PixelRequest } from '../../core/recording/pixel-request';
import type { RecorderMessage } from '../../core/recording/recorder-message';
import type { Visit } from '../../core/recording/visit';
import type { Database } from '../../store/database';
import { addPageView, changeRequests } from '../../store/verifications';

/** A page view that is a visit of a page of a list. */
export type VisitView = PageView & { readonly visit: Visit };

interface KeepParts {
  readonly db: Database;
  /** Tells open pages. */
  readonly tell: (message: RecorderMessage) => void;
}

/** Keeps what is told in one visit as it is told: what was fired in a visit that is cut off is known, too. */
export function keepVisit({ db, tell }: KeepParts, { id, verificationId }: PageView) {
  const joining = createJoining();
  let unsaved = new Map<string, PixelRequest | null>();
  let writing: Promise<void> = Promise.resolve();

  const ofVisit = (request: PixelRequest): PixelRequest => ({ ...request, pageViewId: id });

  function note({ changed, gone }: JoinChange): void {
    if (changed.length + gone.length === 0) return;
    if (unsaved.size === 0) writing = writing.then(write);
    for (const key of gone) unsaved.set(key, null);
    for (const request of changed) unsaved.set(request.key, ofVisit(request));
    writing.catch(() => {});
  }

  async function write(): Promise<void> {
    const batch = unsaved;
    unsaved = new Map();
    const changed = [...batch.values()].flatMap((request) => request ?? []);
    const gone = [...batch].flatMap(([key, request]) => (request === null ? key : []));
    await changeRequests(db, verificationId, { changed, gone });
    tell({ kind: 'requests-changed', verificationId, requests: changed });
  }

  return {
    take: (observations: readonly Observation[]): void => note(joining.observe(observations)),
    /** What is under way has no other end: the page is left, and it may have arrived. */
    leave(): void {
      const open = joining.requests().filter(({ outcome }) => outcome === 'pending');
      note({ changed: open.map((one) => ({ ...one, outcome: 'aborted' })), gone: [] });
    },
    /** Ends once all that was told is kept. Fails where it could not be. */
    kept: (): Promise<void> => writing,
    /** Keeps how the visit stands; `false` where its verification is gone. */
    async keep(view: VisitView): Promise<boolean> {
      const isThere = await addPageView(db, view);
      if (isThere) tell({ kind: 'page-viewed', verificationId, pageView: view });
      return isThere;
    },
  };
}
