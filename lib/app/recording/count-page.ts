import { readTrackerId } from '../../core/pixel/tracker-id';
import { createJoining } from '../../core/recording/join-observations';
import { type PageView, sortPageViews } from '../../core/recording/page-views';
import type { PixelRequest } from '../../core/recording/pixel-request';
import type { RecorderMessage } from '../../core/recording/recorder-message';
import { createChecking } from '../../core/verification/checking';
import { type Knowledge, learn, NOTHING_KNOWN } from '../../core/verification/learn';
import { countOnPage, type PageCount } from '../../core/verification/page-count';
import { type Unheard, unheardIn } from '../../core/verification/unheard';
import type { Recording } from './recordings';

export interface CounterParts {
  /** What was kept of a recording before. */
  readonly load: (
    id: string,
  ) => Promise<
    Pick<Recording, 'requests' | 'pageViews'> & Partial<Pick<Recording, 'verification'>>
  >;
  readonly knowledge: Knowledge;
  readonly tell: (count: PageCount) => void;
  readonly later: (milliseconds: number, step: () => void) => void;
}

/** What comes within so many milliseconds is told at once. */
const GATHER_MS = 300;

/** Hears what a recorder tells and tells what it adds up to on the page that is viewed, each time that this changes. */
export function createPageCounter({ load, knowledge, tell, later }: CounterParts) {
  let joining = createJoining();
  let checking = createChecking();
  let views: readonly PageView[] = [];
  let unheard: readonly Unheard[] = [];
  let known = NOTHING_KNOWN;
  const learnt = new Set<number>();
  let told: PageCount | null = null;
  let isWaiting = false;
  let isFull = false;
  let work: Promise<void> = Promise.resolve();

  function reset(): void {
    joining = createJoining();
    checking = createChecking();
    checking.know(known);
    checking.unheard(unheard);
    views = [];
  }
  function view(added: readonly PageView[]): void {
    const before = views.at(-1)?.id;
    const byId = new Map([...views, ...added].map((one) => [one.id, one]));
    views = sortPageViews([...byId.values()]);
    // The browser forgets what stands at the button as another page comes.
    if (views.at(-1)?.id !== before) told = null;
    checking.view(views);
  }
  async function take(requests: readonly PixelRequest[]): Promise<void> {
    checking.change(joining.take(requests));
    const ids = new Set(requests.flatMap(({ url }) => readTrackerId(url.id) ?? []));
    const asked = [...ids].filter((id) => !learnt.has(id));
    if (asked.length === 0) return;
    for (const id of asked) learnt.add(id);
    known = (await learn(knowledge, asked))(known);
    checking.know(known);
  }
  function count(): void {
    isWaiting = false;
    const counted = countOnPage(checking.checked(), views);
    const now: PageCount = isFull ? { ...counted, isFull } : counted;
    const isSame = now.requests === told?.requests && now.errors === told.errors;
    if (isSame && now.isFull === told?.isFull) return;
    told = now;
    tell(now);
  }

  /** One message after the other. What cannot be looked up leaves the number as it is. */
  async function act(message: RecorderMessage): Promise<void> {
    if (message.kind === 'started') {
      const kept = await load(message.verificationId);
      unheard = unheardIn(kept.verification ?? {});
      reset();
      isFull = kept.verification?.notKept !== undefined;
      view(kept.pageViews);
      await take(kept.requests);
    } else if (message.kind === 'full') isFull = true;
    else if (message.kind === 'requests-changed') await take(message.requests);
    else if (message.kind === 'page-viewed') view([message.pageView]);
    else if (message.kind === 'cleared') {
      const { at } = message;
      const rest = checking.requests().filter(({ startedAt }) => startedAt >= at);
      const before = views;
      reset();
      isFull = false;
      view(before);
      await take(rest);
    } else return;
    if (isWaiting) return;
    isWaiting = true;
    later(GATHER_MS, () => void (work = work.then(count, count)));
  }

  return {
    hear(message: RecorderMessage): void {
      work = work.then(() => act(message)).catch(() => {});
    },
  };
}
