import { z } from '../base/schema';
import { withoutSignIn } from './without-sign-in';

/** A document that a browser began to load into a tab. */
export interface PageLoad {
  readonly tabId: number;
  readonly url: string;
  /** When it was asked for, before any redirect: milliseconds since 1970, UTC. */
  readonly startedAt: number;
}

const DetailsSchema = z.object({
  requestId: z.string(),
  tabId: z.number(),
  url: z.string(),
  timeStamp: z.number(),
  statusCode: z.optional(z.nullable(z.number())),
});

/** Loads under way that are remembered: what never ends would be for ever. */
const MAX_OPEN = 100;

/**
 * Makes loads of pages of what `webRequest` tells of documents: a load begins with its first request, and the page is
 * there once an answer has come. By 204 and 205 a page stays as it is.
 */
export function createPageLoads() {
  const open = new Map<string, number>();
  return {
    began(details: unknown): void {
      const { data } = DetailsSchema.safeParse(details);
      if (!data || open.has(data.requestId)) return;
      open.set(data.requestId, data.timeStamp);
      const [oldest] = open.keys();
      if (open.size > MAX_OPEN && oldest !== undefined) open.delete(oldest);
    },
    /** `null` where no page came of it. */
    answered(details: unknown): PageLoad | null {
      const { data } = DetailsSchema.safeParse(details);
      if (!data || data.tabId < 0) return null;
      const startedAt = open.get(data.requestId) ?? data.timeStamp;
      open.delete(data.requestId);
      if (data.statusCode === 204 || data.statusCode === 205) return null;
      return { tabId: data.tabId, url: withoutSignIn(data.url), startedAt };
    },
  };
}
