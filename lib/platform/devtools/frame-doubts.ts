import { z } from '../../core/base/schema';
import { frameRank, type Observation } from '../../core/recording/observation';

/** So often one page's requests have the log looked at beside the clock: a page may make thousands. */
const LOOKS_PER_PAGE = 10;

/** Chromium alone names what it loads, and with it the document that may have asked; frames of other sites have no page. */
const OfPageSchema = z.object({ pageref: z.string(), _resourceType: z.string() });

/**
 * Looks at once where the event does not say which document asked: the log may, and forgets it as the page is left. One
 * look at a time; what comes meanwhile is looked at with one more.
 */
export function createFrameDoubts(look: () => Promise<void>) {
  let page: string | null = null;
  let left = 0;
  let isLooking = false;
  let isAsked = false;

  async function lookOn(): Promise<void> {
    isLooking = true;
    while (isAsked && left > 0) {
      isAsked = false;
      left -= 1;
      await look();
    }
    isLooking = false;
  }

  return {
    /** An entry of the event, and what was read of it. */
    heard(entry: unknown, told: Pick<Observation, 'frameUrl'>): void {
      const { data } = OfPageSchema.safeParse(entry);
      if (!data || frameRank(told) > 0) return;
      if (data.pageref !== page) left = LOOKS_PER_PAGE;
      page = data.pageref;
      isAsked = true;
      if (!isLooking) void lookOn();
    },
  };
}
