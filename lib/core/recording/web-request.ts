import { MAX_URL_CHARS } from '../base/limits';
import { ownValue } from '../base/own-value';
import { z } from '../base/schema';
import { isPixelUrl } from '../pixel/pixel-url';
import type { Loader } from './pixel-request';
import { isBounce } from './redirect-target';
import { siteOf } from './site-of';
import { withoutSignIn } from './without-sign-in';

/** What the browser tells of one request, one after the other; each hop of a redirect begins anew. */
const WEB_REQUEST_PHASES = ['began', 'redirected', 'completed', 'failed'] as const;
export type WebRequestPhase = (typeof WEB_REQUEST_PHASES)[number];

/** One thing that `webRequest` told of a pixel's request: what of it is passed on, and nothing else. */
export const WebRequestEventSchema = z.object({
  phase: z.enum(WEB_REQUEST_PHASES),
  /** The browser's own name; the hops of a redirect share it. */
  requestId: z.string().check(z.maxLength(100)),
  /** Milliseconds since 1970, UTC. */
  at: z.number(),
  url: z.string().check(z.maxLength(MAX_URL_CHARS)),
  urlIsCut: z.boolean(),
  method: z.string().check(z.maxLength(100)),
  /** `null` where no tab has it: of a service worker, or sent after its page was gone. */
  tabId: z.nullable(z.number()),
  type: z.string().check(z.maxLength(100)),
  /** Of a private window, and the browser's name for the cookies it is sent with: Firefox alone says. */
  isPrivate: z.exactOptional(z.boolean()),
  cookieStore: z.exactOptional(z.string().check(z.maxLength(100))),
  /** Who asked for it: in Chromium the origin, in Firefox the document; `null` where that is not said. */
  askedBy: z.nullable(z.string().check(z.maxLength(MAX_URL_CHARS))),
  /** Chromium's own name for the document of the page, where it was asked for by that or by a frame right in it. */
  pageDocument: z.nullable(z.string().check(z.maxLength(100))),
  /** The site of the page, where the page itself asked for it and no frame. */
  pageSite: z.nullable(z.string().check(z.maxLength(1000))),
  /** 0 where there was no answer. */
  status: z.number(),
  redirectUrl: z.nullable(z.string().check(z.maxLength(MAX_URL_CHARS))),
  /** The browser itself led it on, and asked no server. */
  isInternal: z.boolean(),
  fromCache: z.boolean(),
  /** The browser's own word for a failure. */
  error: z.nullable(z.string().check(z.maxLength(1000))),
});
export type WebRequestEvent = z.infer<typeof WebRequestEventSchema>;

const text = z.optional(z.nullable(z.string()));

/**
 * What is read of the details. `initiator` and the documents' ids are Chromium's, `documentUrl` and `originUrl` are
 * Firefox's; both say -1 where there is no tab. Headers and bodies are not asked for.
 */
const DetailsSchema = z.object({
  requestId: z.string(),
  url: z.string(),
  method: z.string(),
  timeStamp: z.number(),
  tabId: z.number(),
  frameId: z.optional(z.number()),
  parentFrameId: z.optional(z.number()),
  type: z.string(),
  incognito: z.optional(z.boolean()),
  cookieStoreId: z.optional(z.string()),
  initiator: text,
  documentUrl: text,
  originUrl: text,
  documentId: text,
  parentDocumentId: text,
  statusCode: z.optional(z.nullable(z.number())),
  statusLine: text,
  redirectUrl: text,
  fromCache: z.optional(z.nullable(z.boolean())),
  error: text,
});
type Details = z.infer<typeof DetailsSchema>;

const UrlSchema = z.object({ url: z.string(), method: z.string() });

/**
 * What is passed on of the details of an event; `null` where they are of no pixel, nor of the service's own detour to
 * one, or cannot be read. By `OPTIONS` a browser asks for leave before it sends what it means.
 */
export function readWebRequest(phase: WebRequestPhase, details: unknown): WebRequestEvent | null {
  const asked = UrlSchema.safeParse(details).data;
  if (!asked || asked.method === 'OPTIONS') return null;
  if (!isPixelUrl(asked.url) && !isBounce(asked.url)) return null;
  const { data } = DetailsSchema.safeParse(details);
  if (!data) return null;
  const event = {
    phase,
    requestId: data.requestId,
    at: data.timeStamp,
    url: data.url.slice(0, MAX_URL_CHARS),
    urlIsCut: data.url.length > MAX_URL_CHARS,
    method: data.method,
    tabId: data.tabId < 0 ? null : data.tabId,
    type: data.type,
    ...(data.incognito !== undefined && { isPrivate: data.incognito }),
    ...(data.cookieStoreId !== undefined && { cookieStore: data.cookieStoreId }),
    askedBy: askerOf(data),
    pageDocument: pageDocumentOf(data),
    pageSite: data.frameId === 0 ? siteOf(askerOf(data) ?? '') : null,
    status: data.statusCode ?? 0,
    redirectUrl: data.redirectUrl?.slice(0, MAX_URL_CHARS) ?? null,
    isInternal: isInternal(phase, data),
    fromCache: data.fromCache === true,
    error: phase === 'failed' ? (data.error ?? '') : null,
  };
  return WebRequestEventSchema.safeParse(event).data ?? null;
}

function askerOf({ initiator, documentUrl, originUrl }: Details): string | null {
  const asker = documentUrl ?? initiator ?? originUrl;
  // Of a frame in a sandbox Chromium says `null` in a word.
  if (!asker || asker === 'null') return null;
  return withoutSignIn(asker).slice(0, MAX_URL_CHARS);
}

function pageDocumentOf(details: Details): string | null {
  const { frameId, parentFrameId, documentId, parentDocumentId } = details;
  if (frameId === 0) return documentId ?? null;
  return parentFrameId === 0 ? (parentDocumentId ?? null) : null;
}

// Chromium writes an answer of its own where it knows of HSTS or an extension leads on; Firefox has none.
function isInternal(phase: WebRequestPhase, { statusCode, statusLine }: Details): boolean {
  if (phase !== 'redirected') return false;
  return !statusCode || /\bInternal Redirect\b/i.test(statusLine ?? '');
}

const LOADERS: Readonly<Record<string, Loader>> = {
  image: 'image',
  imageset: 'image',
  script: 'script',
  ping: 'ping',
  beacon: 'ping',
  xmlhttprequest: 'fetch',
  main_frame: 'document',
  sub_frame: 'document',
};

/**
 * What asked for a request, by the browser's type of it. Beacons are sent by `POST`; what Chromium calls a ping and
 * sends by `GET` is an image that was asked for as its page was left.
 */
export function loaderOfType({ type, method }: Pick<WebRequestEvent, 'type' | 'method'>): Loader {
  if (type === 'ping' && method === 'GET') return 'image';
  return ownValue(LOADERS, type) ?? 'other';
}
