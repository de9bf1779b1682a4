import { z } from '../base/schema';
import { aheadIn, documentsIn } from './har-frames';
import { harMoment } from './har-time';
import { locationFrom } from './redirect-target';
import type { LoadedPage } from './source';
import { withoutSignIn } from './without-sign-in';

/**
 * Chromium gives a page the address of its first request as title, which is not its document's where the page came
 * back from the back/forward cache; Firefox the document's own title; WebPageTest has a title of its own, and the
 * address beside it.
 */
const PageSchema = z.object({
  startedDateTime: z.string(),
  id: z.optional(z.unknown()),
  title: z.optional(z.unknown()),
  _URL: z.optional(z.unknown()),
  /** Ours: when a page began to be loaded ahead. */
  _prerenderedAt: z.optional(z.unknown()),
});
const AddressSchema = z.string().check(z.regex(/^(?:https?|file):/));
const RedirectSchema = z.object({
  request: z.object({ url: z.string() }),
  response: z.object({ redirectURL: z.string().check(z.minLength(1)) }),
});
const NavigationSchema = z.object({
  startedDateTime: z.string(),
  pageref: z.string(),
  request: z.object({ url: AddressSchema, headers: z.array(z.unknown()) }),
});
const DestinationSchema = z.object({
  name: z.string().check(z.regex(/^sec-fetch-dest$/i)),
  value: z.literal('document'),
});
/** A browser follows no more of them. */
const MAX_REDIRECTS = 20;

/** A page of a file; its `title` is the document's, `null` where there is none or it is an address. */
interface FilePage extends LoadedPage {
  readonly title: string | null;
  readonly prerenderedAt?: number;
}

/** The pages of a log, with the address that each was loaded from in the end: a title is that before redirects. */
export function pagesIn(
  pages: readonly unknown[],
  entries: readonly unknown[],
): readonly LoadedPage[] {
  const redirected = createRedirected(entries);
  const documents = new Set(documentsIn(entries).map(({ url }) => url));
  const ahead = aheadIn(entries);
  return pages.flatMap((value) => {
    const page = readPage(value);
    if (!page) return [];
    const { startedAt, asked } = page;
    const url = asked === null || !documents.has(asked) ? null : redirected(asked);
    const isAhead = asked !== null && ahead.has(asked);
    return { startedAt, url, ...(isAhead && { isAhead }) };
  });
}

/**
 * The same of a file, which is all there is to tell: where a page does not say its address, its documents do by
 * what they were asked for as (Firefox puts all that a tab loaded into one page).
 */
export function filePagesIn(
  pages: readonly unknown[],
  entries: readonly unknown[],
): readonly FilePage[] {
  const redirected = createRedirected(entries);
  let navigations: ReturnType<typeof navigationsIn> | null = null;
  return pages.flatMap((value): readonly FilePage[] => {
    const page = readPage(value);
    if (!page) return [];
    const { startedAt, asked, id, title, prerendered } = page;
    if (asked !== null) return [{ startedAt, url: redirected(asked), title: null, ...prerendered }];
    navigations ??= navigationsIn(entries);
    const loaded = navigations.get(id ?? '') ?? [];
    if (loaded.length === 0) return [{ startedAt, url: null, title }];
    return loaded.map((one, index) => ({
      startedAt: index === 0 ? Math.min(startedAt, one.startedAt) : one.startedAt,
      url: redirected(one.url),
      title: null,
    }));
  });
}

/** Whether it is a page, which has a time. */
export function isPage(value: unknown): boolean {
  return readPage(value) !== null;
}

function readPage(value: unknown) {
  const { data } = PageSchema.safeParse(value);
  const startedAt = harMoment(data?.startedDateTime ?? '');
  if (!data || Number.isNaN(startedAt)) return null;
  const { id, title, _URL: url } = data;
  const ahead = data._prerenderedAt;
  const prerenderedAt = typeof ahead === 'string' ? harMoment(ahead) : Number.NaN;
  const asked = AddressSchema.safeParse(title).data ?? AddressSchema.safeParse(url).data ?? null;
  return {
    startedAt,
    asked: asked && withoutSignIn(asked),
    id: typeof id === 'string' ? id : null,
    title: typeof title === 'string' && title !== '' ? title : null,
    prerendered: Number.isNaN(prerenderedAt) ? {} : { prerenderedAt },
  };
}

/** What was asked for as the document of a tab, by page and in the order of time, without the hops of a redirect. */
function navigationsIn(entries: readonly unknown[]) {
  const byPage = new Map<string, LoadedAt[]>();
  const hops = new Set(redirectsIn(entries).values());
  for (const entry of entries) {
    const { data } = NavigationSchema.safeParse(entry);
    if (!data) continue;
    const url = withoutSignIn(data.request.url);
    if (hops.has(url)) continue;
    const isDocument = data.request.headers.some((one) => DestinationSchema.safeParse(one).success);
    const startedAt = harMoment(data.startedDateTime);
    if (!isDocument || Number.isNaN(startedAt)) continue;
    const known = byPage.get(data.pageref);
    const one = { startedAt, url };
    if (known) known.push(one);
    else byPage.set(data.pageref, [one]);
  }
  for (const list of byPage.values()) list.sort((a, b) => a.startedAt - b.startedAt);
  return byPage;
}

interface LoadedAt {
  readonly startedAt: number;
  readonly url: string;
}

/** Where each address led that was answered by a redirect, the first time it was. */
function redirectsIn(entries: readonly unknown[]): ReadonlyMap<string, string> {
  const locations = new Map<string, string>();
  for (const entry of entries) {
    const { data } = RedirectSchema.safeParse(entry);
    if (!data) continue;
    const url = withoutSignIn(data.request.url);
    if (locations.has(url)) continue;
    locations.set(url, withoutSignIn(locationFrom(url, data.response.redirectURL)));
  }
  return locations;
}

/** Follows redirects; `null` where one leads to no address that can be told. */
function createRedirected(entries: readonly unknown[]): (asked: string) => string | null {
  let locations: ReadonlyMap<string, string> | null = null;
  return (asked) => {
    locations ??= redirectsIn(entries);
    let url = asked;
    for (let count = 0; count < MAX_REDIRECTS; count += 1) {
      const location = locations.get(url);
      if (location === undefined) return url;
      const next = AddressSchema.safeParse(location).data;
      if (next === undefined) return null;
      url = next;
    }
    return url;
  };
}
