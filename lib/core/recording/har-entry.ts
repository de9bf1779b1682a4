import { ownValue } from '../base/own-value';
import { z } from '../base/schema';
import type { Observation } from './observation';
import type { Loader } from './pixel-request';
import { MIXED_CONTENT, outcomeOf } from './outcome';
import { readHarTime } from './har-time';
import { isPrerenderPurpose } from './prerendered';
import { redirectTarget } from './redirect-target';
import { withoutSignIn } from './without-sign-in';
import { isPixelUrl, readPixelUrl } from '../pixel/pixel-url';
import { MAX_URL_CHARS } from '../base/limits';

const HeaderSchema = z.object({ name: z.string(), value: z.string() });

const textOrNull = z.optional(z.nullable(z.string()));
const numberOrNull = z.optional(z.nullable(z.number()));
const unread = z.optional(z.unknown());

const ResponseSchema = z.object({
  status: numberOrNull,
  redirectURL: textOrNull,
  _error: textOrNull,
  _failureText: textOrNull,
  _fetchedViaServiceWorker: z.optional(z.nullable(z.boolean())),
  _serviceWorkerResponseSource: textOrNull,
  headers: unread,
});

/** What some programs write `null` for, or nothing, where there was no answer. */
const NO_RESPONSE: z.infer<typeof ResponseSchema> = {};

/**
 * The part of a HAR entry that is read. Fields with an underscore are Chromium's; Firefox lacks
 * them, and says that a cache answered by an `afterRequest` inside `cache`; Safari says it by `_fetchType`, Playwright
 * why there was no answer by `_failureText`.
 */
const EntrySchema = z.object({
  startedDateTime: z.string(),
  pageref: textOrNull,
  time: numberOrNull,
  cache: unread,
  request: z.object({ url: z.string(), method: z.string(), headers: unread }),
  response: z.optional(z.nullable(ResponseSchema)),
  _resourceType: textOrNull,
  _fromCache: textOrNull,
  _fetchType: unread,
  _initiator: unread,
  /** Ours: it may be another tab's. */
  _isTabUnsure: unread,
});

const UrlSchema = z.object({
  request: z.object({ url: z.string(), method: z.optional(z.unknown()) }),
});

/**
 * Whether a HAR entry is worth reading; asked of every request of the page, so it is cheap. By `OPTIONS` a browser
 * asks for leave (CORS) before it sends what it means.
 */
export function isPixelEntry(entry: unknown): boolean {
  const { data } = UrlSchema.safeParse(entry);
  return data !== undefined && isPixelUrl(data.request.url) && data.request.method !== 'OPTIONS';
}

/** What a HAR entry tells of a pixel request; which of several that are alike it is, its log knows. */
export type ToldByEntry = Omit<Observation, 'source' | 'requestId' | 'tabId'>;

/**
 * The browser did not go where a redirect led, as where the page's policy forbids it. The event says so in an
 * entry of its own, alike to that of the request, which was sent but once.
 */
export function isStoppedRedirect({ status, error }: ToldByEntry): boolean {
  return status >= 300 && status < 400 && error !== null;
}

/**
 * Whether an entry tells of the same request as one before it, alike, for that its redirect was stopped. Now and
 * then neither has the answer yet: the one looks blocked then, and the other given up. Of two requests of one
 * address at one moment a page's policy lets both through or none.
 */
export function isToldAgain(before: ToldByEntry, told: ToldByEntry): boolean {
  if (isStoppedRedirect(told)) return true;
  const outcomes = [before.outcome, told.outcome];
  const isOpen = before.status === 0 && told.status === 0;
  return isOpen && outcomes.includes('blocked-by-page') && outcomes.includes('aborted');
}

/** Reads a HAR entry; `null` if it is no pixel's, or cannot be read. */
export function readHarEntry(value: unknown): ToldByEntry | null {
  if (!isPixelEntry(value)) return null;
  const parsed = EntrySchema.safeParse(value);
  if (!parsed.success) return null;
  const entry = parsed.data;
  const whole = entry.request.url;
  const url = readPixelUrl(whole.slice(0, MAX_URL_CHARS));
  const time = readHarTime(entry.startedDateTime);
  if (!url || !time) return null;

  const headers = readHeaders(entry.request.headers);
  const response = entry.response ?? NO_RESPONSE;
  const status = httpStatus(response.status);
  const fromCache =
    entry._fromCache ??
    cacheIn(entry._fetchType) ??
    cacheOf(entry.cache, response._serviceWorkerResponseSource);
  const error = response._error ?? response._failureText;
  const asking = frameOf(entry._initiator) ?? headers.get('referer') ?? null;
  const frameUrl = asking && withoutSignIn(asking);
  const mixed = url.scheme === 'http' && frameUrl?.startsWith('https:') === true;
  const redirectUrl = response.redirectURL || locationOf(status, response.headers);
  const target = redirectTarget({ redirectUrl, url }) ?? '';
  const ledBy = status === 307 ? ledInside(response.headers) : undefined;
  const outcome = outcomeOf({
    status,
    fromCache,
    error,
    redirectUrl: target,
    chromium: '_resourceType' in entry,
    mixed,
    headersOnly: entry.request.method === 'HEAD',
    // Where it led into an extension, Chromium does not say where.
    replaced: ledBy !== undefined && readPixelUrl(target)?.id !== url.id,
  });
  const isUpgraded = url.scheme === 'http' && target.startsWith('https:') && outcome === 'answered';
  const upgradedBy = isUpgraded ? ledBy : undefined;
  // Only once it is shown is there a page in the log for it.
  const prerendered = entry.pageref ? 'shown' : 'ahead';
  const loader = loaderOf(entry._resourceType ?? headers.get('sec-fetch-dest') ?? null);
  return {
    url,
    urlIsCut: whole.length > MAX_URL_CHARS,
    method: entry.request.method,
    startedAt: time.at,
    precision: time.precision,
    duration: durationOf(entry.time),
    status,
    outcome,
    // The browser itself has no word for it here.
    error: error || (mixed && outcome === 'blocked-by-browser' ? MIXED_CONTENT : null),
    fromCache,
    loader,
    frameUrl,
    redirectUrl,
    viaServiceWorker: response._fetchedViaServiceWorker === true,
    ...(upgradedBy !== undefined && { upgradedBy }),
    ...(entry._isTabUnsure === true && { isTabUnsure: true }),
    ...(isPrerenderPurpose(headers.get('sec-purpose')) && { prerendered }),
  };
}

// WebPageTest has codes of its own below and above those of HTTP, where there was no answer.
function httpStatus(status: number | null | undefined): number {
  return typeof status === 'number' && status >= 100 && status < 600 ? status : 0;
}

// Proxies leave it to the header.
function locationOf(status: number, headers: unknown): string | null {
  if (status < 300 || status >= 400) return null;
  return readHeaders(headers).get('location') || null;
}

// What Chromium puts into an answer of its own making: HSTS, DNS, or an extension's rule.
function ledInside(headers: unknown): string | undefined {
  return readHeaders(headers).get('non-authoritative-reason');
}

// What is not known is -1 to some.
function durationOf(time: number | null | undefined): number | null {
  return typeof time === 'number' && time >= 0 ? time : null;
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

/** What asked for a request, by Chromium's type of it or `Sec-Fetch-Dest`; `null` where neither is said. */
export function loaderOf(type: string | null): Loader | null {
  if (type === null || type === '') return null;
  return ownValue(LOADERS, type) ?? 'other';
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
  const headers = Array.isArray(value) ? value : [];
  const read = headers.flatMap((one: unknown) => HeaderSchema.safeParse(one).data ?? []);
  return new Map(read.map(({ name, value: text }) => [name.toLowerCase(), text]));
}

const SAFARI_CACHES: Readonly<Record<string, string>> = {
  'Memory Cache': 'memory',
  'Disk Cache': 'disk',
  'Service Worker': 'service-worker',
};

function cacheIn(fetchType: unknown): string | null {
  return typeof fetchType === 'string' ? (ownValue(SAFARI_CACHES, fetchType) ?? null) : null;
}

// A cache that knows the answer has not given it: what Playwright and proxies write of its state has both, before and
// after. Firefox writes the one of what a cache answered, the libraries of Puppeteer the other, with nothing in it.
const StateSchema = z.object({ afterRequest: unread, beforeRequest: unread });
const EmptyStateSchema = z.object({ lastAccess: z.literal(''), eTag: z.literal('') });

function cacheOf(cache: unknown, answeredBy: string | null | undefined): string | null {
  // A worker that fetched from the network is another entry; one that did not asked no server.
  if (answeredBy && answeredBy !== 'network' && answeredBy !== 'http-cache')
    return 'service-worker';
  const { data } = StateSchema.safeParse(cache);
  if (!data) return null;
  const isAnswer =
    'afterRequest' in data
      ? !('beforeRequest' in data)
      : EmptyStateSchema.safeParse(data.beforeRequest).success;
  return isAnswer ? 'cache' : null;
}
