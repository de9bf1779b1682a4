/** The browser of a visit went away: whatever it saw is not whole, and another one can visit the page. */
export class BrowserGone extends Error {
  override readonly name = 'BrowserGone';
}

/** The page itself could not be visited; another browser would fare no better. */
export class PageFailed extends Error {
  override readonly name = 'PageFailed';
}

/** Who visits pages, one at a time. */
export interface Visitor<Page, Visit> {
  /** As it is named to a person. */
  readonly name: string;
  /** Fails with `BrowserGone` or `PageFailed`. */
  visit(page: Page): Promise<Visit>;
}

/** Why a page was not visited; `lib/text/visits/visits.ts` has the words. */
export type NotVisited = 'page-failed' | 'browsers-gone' | 'no-browser-left';

/** What became of a page: `tries` counts visits that were begun. */
export type Outcome<Visit> =
  | {
      readonly state: 'visited';
      readonly visit: Visit;
      readonly by: string;
      readonly tries: number;
    }
  | {
      readonly state: 'not-visited';
      readonly why: NotVisited;
      readonly detail: string | null;
      readonly tries: number;
    };

/** A page on which so many browsers went away is not given to another. */
const MAX_TRIES = 3;

/**
 * Has pages visited by whoever is free, and gives what became of each, in their order. A page whose browser went away
 * is visited again by another; once none is left, the rest is said not to be visited. Never fails but by a mistake.
 */
export async function visitAll<Page, Visit>(
  pages: readonly Page[],
  visitors: readonly Visitor<Page, Visit>[],
  onOutcome: (page: Page, outcome: Outcome<Visit>) => void = () => {},
): Promise<readonly Outcome<Visit>[]> {
  const queue = pages.map((page, index) => ({ page, index, tries: 0 }));
  const outcomes: (Outcome<Visit> | undefined)[] = pages.map(() => undefined);
  let underWay = 0;
  let wake: (() => void)[] = [];
  const wakeAll = () => {
    for (const go of wake) go();
    wake = [];
  };

  await Promise.all(visitors.map(work));
  return pages.map(
    (_, index) =>
      outcomes[index] ?? {
        ...NONE_LEFT,
        tries: queue.find((one) => one.index === index)?.tries ?? 0,
      },
  );

  async function work(visitor: Visitor<Page, Visit>): Promise<void> {
    for (;;) {
      const next = queue.shift();
      if (next) {
        underWay += 1;
        const stays = await visitOne(visitor, next).finally(() => {
          underWay -= 1;
          wakeAll();
        });
        if (!stays) return;
      } else if (underWay > 0) {
        // What is under way elsewhere may come back.
        await new Promise<void>((resolve) => wake.push(resolve));
      } else return;
    }
  }

  /** Whether the visitor is still there afterwards. */
  async function visitOne(
    visitor: Visitor<Page, Visit>,
    one: { page: Page; index: number; tries: number },
  ): Promise<boolean> {
    const tries = one.tries + 1;
    const end = (outcome: Outcome<Visit>) => {
      outcomes[one.index] = outcome;
      onOutcome(one.page, outcome);
    };
    try {
      const visit = await visitor.visit(one.page);
      end({ state: 'visited', visit, by: visitor.name, tries });
      return true;
    } catch (error) {
      if (error instanceof PageFailed) {
        end({ state: 'not-visited', why: 'page-failed', detail: error.message, tries });
        return true;
      }
      if (!(error instanceof BrowserGone)) throw error;
      if (tries < MAX_TRIES) queue.unshift({ ...one, tries });
      else end({ state: 'not-visited', why: 'browsers-gone', detail: null, tries });
      return false;
    }
  }
}

const NONE_LEFT = { state: 'not-visited', why: 'no-browser-left', detail: null } as const;
