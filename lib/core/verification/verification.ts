import { z } from '../base/schema';

/** A named set of expected trackers, the pages visited and what was recorded. */
export const VerificationSchema = z.object({
  id: z.string(),
  /** The tab it was recorded in; its id means nothing after the browser restarts. */
  tabId: z.nullable(z.number()),
  /** Milliseconds since 1970, UTC: when recording began. */
  startedAt: z.number(),
  expectedIds: z.array(z.number()),
  /** DevTools opened on a loaded page: what that page fired before is not known. */
  openedAfterLoad: z.boolean(),
  /** What began before this moment was cleared away; `null` if nothing was. */
  clearedAt: z.nullable(z.number()),
});
export type Verification = z.infer<typeof VerificationSchema>;
