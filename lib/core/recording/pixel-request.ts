import { z } from '../base/schema';
import { PixelUrlSchema } from '../pixel/pixel-url';

/**
 * Where a request ended. `unknown` is a status of 0 of which the browser does not say more (Firefox);
 * `pending` has not ended yet.
 */
export const OutcomeSchema = z.enum([
  'answered',
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

/** One recorded `imptr` request. No header, cookie or body is kept. */
export const PixelRequestSchema = z.object({
  /** URL, start and method: the event and the HAR log give the same request the same key. */
  key: z.string(),
  url: PixelUrlSchema,
  method: z.string(),
  /** Milliseconds since 1970, UTC, with their fraction. */
  startedAt: z.number(),
  /** How long it took in milliseconds; `null` while not known. */
  duration: z.nullable(z.number()),
  /** HTTP status; 0 where there was no answer. */
  status: z.number(),
  outcome: OutcomeSchema,
  /** The browser's own word for a failure, such as `net::ERR_NAME_NOT_RESOLVED`. */
  error: z.nullable(z.string()),
  /** The cache that answered: `memory`, `disk`, or `cache` where the browser does not tell. */
  fromCache: z.nullable(z.string()),
  /** `null` where the browser does not say. */
  loader: z.nullable(LoaderSchema),
  /** The document that asked for it: the page or one of its frames. */
  frameUrl: z.nullable(z.string()),
  /** The next hop, where the answer was a redirect. */
  redirectUrl: z.nullable(z.string()),
  /** This entry is the page's half of a request that passed through a service worker. */
  viaServiceWorker: z.boolean(),
});
export type PixelRequest = z.infer<typeof PixelRequestSchema>;

/** Whether the ad server may have counted it. An aborted request may have arrived before. */
export function mayHaveReachedServer(request: PixelRequest): boolean {
  return (
    request.outcome === 'answered' || request.outcome === 'aborted' || request.outcome === 'unknown'
  );
}
