import { z } from '../base/schema';
import type { Loader, PixelRequest } from './pixel-request';
import { outcomeOf } from './outcome';
import { isPixelUrl, readPixelUrl } from '../pixel/pixel-url';

const HeadersSchema = z.array(z.object({ name: z.string(), value: z.string() }));

/**
 * The part of a HAR entry that is read. Fields with an underscore are Chromium's; Firefox lacks
 * them, and says that a cache answered by an `afterRequest` inside `cache`.
 */
const EntrySchema = z.object({
  startedDateTime: z.string(),
  time: z.optional(z.nullable(z.number())),
  cache: z.optional(z.unknown()),
  request: z.object({
    url: z.string(),
    method: z.string(),
    headers: z.optional(z.unknown()),
  }),
  response: z.object({
    status: z.optional(z.nullable(z.number())),
    redirectURL: z.optional(z.nullable(z.string())),
    _error: z.optional(z.nullable(z.string())),
    _fetchedViaServiceWorker: z.optional(z.nullable(z.boolean())),
  }),
  _resourceType: z.optional(z.nullable(z.string())),
  _fromCache: z.optional(z.nullable(z.string())),
  _initiator: z.optional(z.unknown()),
});

const UrlSchema = z.object({ request: z.object({ url: z.string() }) });

/** Whether a HAR entry is worth reading; asked of every request of the page, so it is cheap. */
export function isPixelEntry(entry: unknown): boolean {
  const parsed = UrlSchema.safeParse(entry);
  return parsed.success && isPixelUrl(parsed.data.request.url);
}

/** A HAR entry as a pixel request; `null` if it is none, or cannot be read. */
export function readPixelRequest(value: unknown): PixelRequest | null {
  if (!isPixelEntry(value)) return null;
  const parsed = EntrySchema.safeParse(value);
  if (!parsed.success) return null;
  const entry = parsed.data;
  const url = readPixelUrl(entry.request.url);
  const startedAt = Date.parse(entry.startedDateTime);
  if (!url || Number.isNaN(startedAt)) return null;

  const headers = readHeaders(entry.request.headers);
  const status = entry.response.status ?? 0;
  const fromCache = entry._fromCache ?? (hasAfterRequest(entry.cache) ? 'cache' : null);
  const error = entry.response._error;
  const { method } = entry.request;
  return {
    key: `${url.raw} ${startedAt} ${method}`,
    url,
    method,
    startedAt,
    duration: entry.time ?? null,
    status,
    outcome: outcomeOf({ status, fromCache, error, chromium: '_resourceType' in entry }),
    error: error || null,
    fromCache,
    loader: loaderOf(entry._resourceType ?? headers.get('sec-fetch-dest') ?? null),
    frameUrl: frameOf(entry._initiator) ?? headers.get('referer') ?? null,
    redirectUrl: entry.response.redirectURL || null,
    viaServiceWorker: entry.response._fetchedViaServiceWorker === true,
  };
}

// Chromium's resource types and the `Sec-Fetch-Dest` values that Firefox sends.
const LOADERS: Readonly<Record<string, Loader>> = {
  image: 'image',
  script: 'script',
  ping: 'ping',
  beacon: 'ping',
  fetch: 'fetch',
  xhr: 'fetch',
  empty: 'fetch',
  document: 'document',
  iframe: 'document',
};

function loaderOf(type: string | null): Loader | null {
  if (type === null || type === '') return null;
  return LOADERS[type] ?? 'other';
}

const InitiatorSchema = z.object({
  type: z.optional(z.string()),
  url: z.optional(z.nullable(z.string())),
});

// A parser's initiator is the document itself; a script's is the script, which is no frame.
function frameOf(initiator: unknown): string | null {
  const parsed = InitiatorSchema.safeParse(initiator);
  if (!parsed.success || parsed.data.type !== 'parser') return null;
  return parsed.data.url || null;
}

function readHeaders(value: unknown): ReadonlyMap<string, string> {
  const parsed = HeadersSchema.safeParse(value);
  if (!parsed.success) return new Map();
  return new Map(parsed.data.map(({ name, value }) => [name.toLowerCase(), value]));
}

function hasAfterRequest(cache: unknown): boolean {
  return typeof cache === 'object' && cache !== null && 'afterRequest' in cache;
}
