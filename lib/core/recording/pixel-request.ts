import { z } from '../base/schema';
import { PixelUrlSchema } from '../pixel/pixel-url';

/**
 * Where a request ended. `withheld` was answered, and the browser kept the answer from the page;
 * `unknown` is a status of 0 of which the browser does not say more (Firefox); `pending` has not
 * ended yet; `bounce-failed` was answered by the service with a detour that failed.
 */
export const OutcomeSchema = z.enum([
  'answered',
  'withheld',
  'bounce-failed',
  'from-cache',
  'blocked-by-page',
  'blocked-by-extension',
  'blocked-by-browser',
  'aborted',
  'network-error',
  'unknown',
  'pending',
]);
export type Outcome = z.infer<typeof OutcomeSchema>;

/** What in the page asked for the pixel. */
const LoaderSchema = z.enum(['image', 'script', 'ping', 'fetch', 'document', 'other']);
export type Loader = z.infer<typeof LoaderSchema>;

/**
 * Who tells of requests. Of several that know, the one that stands first here is asked. `remote` is a browser that a
 * program drives; `sink` a stand-in for the service, which knows what arrived and nothing of the page.
 */
export const SOURCES = [
  'har-log',
  'devtools-event',
  'webRequest',
  'har-file',
  'remote',
  'sink',
] as const;
export type Source = (typeof SOURCES)[number];

const facts = {
  /** Milliseconds since 1970, UTC, with their fraction. */
  startedAt: z.number(),
  /** How long it took in milliseconds; `null` while not known. */
  duration: z.nullable(z.number()),
  /** HTTP status; 0 where there was no answer. */
  status: z.number(),
  outcome: OutcomeSchema,
  /** The browser's own word for a failure, such as `net::ERR_NAME_NOT_RESOLVED`. */
  error: z.nullable(z.string()),
  /**
   * The cache that answered: `memory`, `disk`, `service-worker`, or `cache` where the browser does
   * not tell.
   */
  fromCache: z.nullable(z.string()),
  /** `null` where the browser does not say. */
  loader: z.nullable(LoaderSchema),
  /** The document that asked for it: the page or one of its frames. */
  frameUrl: z.nullable(z.string()),
  /** The next hop, where the answer was a redirect. */
  redirectUrl: z.nullable(z.string()),
  /** This is the page's half of a request that passed through a service worker. */
  viaServiceWorker: z.boolean(),
};
export const FACTS = [
  'startedAt',
  'duration',
  'status',
  'outcome',
  'error',
  'fromCache',
  'loader',
  'frameUrl',
  'redirectUrl',
  'viaServiceWorker',
] as const satisfies readonly (keyof typeof facts)[];

/** What one source told of a request, as far as it differs from what all of them add up to. */
const SightingSchema = z.object({
  source: z.enum(SOURCES),
  requestId: z.string(),
  tabId: z.exactOptional(z.number()),
  precision: z.exactOptional(z.number()),
  /** The URL as it was told, where that differs. */
  rawUrl: z.exactOptional(z.string()),
  urlIsCut: z.exactOptional(z.boolean()),
  startedAt: z.exactOptional(facts.startedAt),
  duration: z.exactOptional(facts.duration),
  status: z.exactOptional(facts.status),
  outcome: z.exactOptional(facts.outcome),
  error: z.exactOptional(facts.error),
  fromCache: z.exactOptional(facts.fromCache),
  loader: z.exactOptional(facts.loader),
  frameUrl: z.exactOptional(facts.frameUrl),
  redirectUrl: z.exactOptional(facts.redirectUrl),
  viaServiceWorker: z.exactOptional(facts.viaServiceWorker),
  pageDocument: z.exactOptional(z.string()),
  pageSite: z.exactOptional(z.string()),
  isTabUnsure: z.exactOptional(z.boolean()),
});
export type Sighting = z.infer<typeof SightingSchema>;

/** One `imptr` request as it truly happened. No header, cookie or body is kept. */
export const PixelRequestSchema = z.object({
  /** Names it within its recording; it stays the same as more is told, wherever that can be. */
  key: z.string(),
  url: PixelUrlSchema,
  method: z.string(),
  ...facts,
  /**
   * Why the browser itself led it on to https, such as `HSTS`, and asked no server: absent where it did not, and
   * where it does not say.
   */
  upgradedBy: z.exactOptional(z.string()),
  /**
   * The page view it belongs to, where that is known for sure: of pages that several browsers visit at once, time
   * does not tell. Absent where it does.
   */
  pageViewId: z.exactOptional(z.string()),
  /** The browser's name for the document of its page, where it has one: requests of the same are of one page. */
  pageDocument: z.exactOptional(z.string()),
  /** The site of its page, where the page itself asked for it and no frame. */
  pageSite: z.exactOptional(z.string()),
  /**
   * No source knows of which tab it is: of a service worker, or sent after its page was gone. It is of a site that
   * was visited in the tab.
   */
  isTabUnsure: z.exactOptional(z.boolean()),
  /** Who told of it; absent where it was recorded before there was more than DevTools. */
  sightings: z.exactOptional(z.array(SightingSchema)),
});
export type PixelRequest = z.infer<typeof PixelRequestSchema>;

/** Whether the ad server may have counted it. An aborted request may have arrived before. */
export function mayHaveReachedServer({ outcome, upgradedBy }: PixelRequest): boolean {
  const isSent =
    outcome === 'answered' ||
    outcome === 'withheld' ||
    outcome === 'aborted' ||
    outcome === 'unknown';
  return isSent && upgradedBy === undefined;
}
