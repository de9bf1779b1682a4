import { z } from '../base/schema';
import { harMoment } from './har-time';
import { frameRank, type Observation } from './observation';
import { isPrerenderPurpose } from './prerendered';
import { withoutSignIn } from './without-sign-in';

/** A document that the log saw being loaded: the page or one of its frames. */
interface LoadedDocument {
  readonly url: string;
  readonly startedAt: number;
  readonly pageref: string | undefined;
}

const DocumentSchema = z.object({
  startedDateTime: z.string(),
  pageref: z.optional(z.string()),
  request: z.object({ url: z.string() }),
  _resourceType: z.literal('document'),
});
const PagerefSchema = z.object({ pageref: z.string() });
const StackSchema = z.object({
  callFrames: z.array(z.object({ url: z.string() })),
  parent: z.optional(z.unknown()),
});
const ByScriptSchema = z.object({ _initiator: z.object({ stack: z.unknown() }) });
const ByParserSchema = z.object({
  _initiator: z.object({ type: z.literal('parser'), url: z.string() }),
});

/** The documents among the entries of a log. Only Chromium says which they are. */
export function documentsIn(entries: readonly unknown[]): readonly LoadedDocument[] {
  return entries.flatMap((entry) => {
    if (!isDocument(entry)) return [];
    const { data } = DocumentSchema.safeParse(entry);
    if (!data) return [];
    const startedAt = harMoment(data.startedDateTime);
    return { url: withoutSignIn(data.request.url), startedAt, pageref: data.pageref };
  });
}

// Of a long log few are, and a schema takes ten times as long to say no.
function isDocument(entry: unknown): boolean {
  const isEntry = typeof entry === 'object' && entry !== null && '_resourceType' in entry;
  return isEntry && entry._resourceType === 'document';
}

const AheadSchema = z.object({
  request: z.object({ url: z.string(), headers: z.array(z.unknown()) }),
  _resourceType: z.literal('document'),
});
const PurposeSchema = z.object({
  name: z.string().check(z.regex(/^sec-purpose$/i)),
  value: z.string(),
});

/** The addresses of documents that were asked for ahead, before a person went there. */
export function aheadIn(entries: readonly unknown[]): ReadonlySet<string> {
  const ahead = entries.flatMap((entry) => {
    const { data } = AheadSchema.safeParse(entry);
    const isAhead = data?.request.headers.some((header) =>
      isPrerenderPurpose(PurposeSchema.safeParse(header).data?.value),
    );
    return data && isAhead ? withoutSignIn(data.request.url) : [];
  });
  return new Set(ahead);
}

/** Finds the document that asked for a request. */
export type FrameFinder = (
  told: Pick<Observation, 'frameUrl' | 'startedAt'>,
  entry: unknown,
) => string | null;

/**
 * A script's request names its site at most, or, under `no-referrer`, nothing: where only one document that was
 * loaded before can be meant, it is that one, and of several the one whose own script stands in the initiator's stack.
 */
export function createFrameFinder(documents: readonly LoadedDocument[]): FrameFinder {
  const bySite = new Map<string, Meant>();
  const byPage = new Map<string, Meant>();
  const byBoth = new Map<string, Meant>();
  for (const document of documents) {
    const { pageref } = document;
    const site = siteOf(document.url);
    if (site !== undefined) addTo(bySite, site, document);
    if (pageref !== undefined) addTo(byPage, pageref, document);
    if (site !== undefined && pageref !== undefined) addTo(byBoth, `${site} ${pageref}`, document);
  }
  return (told, entry) => {
    const { frameUrl, startedAt } = told;
    if (frameRank(told) === 2 || ByParserSchema.safeParse(entry).success) return frameUrl;
    // What frames of other sites ask for has none, though the frames themselves may: without a referrer only documents
    // of the page's own can be meant.
    const pageref = PagerefSchema.safeParse(entry).data?.pageref;
    const site = frameUrl?.replace(/\/$/, '');
    const meant = meantBy(site, pageref);
    if (!meant) return frameUrl;
    const isMeant = (url: string) => (meant.first.get(url) ?? Infinity) <= startedAt;
    const [only, other] = meant.earliest;
    const isOnly = only !== undefined && isMeant(only) && (other === undefined || !isMeant(other));
    return isOnly ? only : (stackOf(entry).find(isMeant) ?? frameUrl);
  };

  function meantBy(site: string | undefined, pageref: string | undefined): Meant | undefined {
    if (pageref === undefined) return site === undefined ? undefined : bySite.get(site);
    return site === undefined ? byPage.get(pageref) : byBoth.get(`${site} ${pageref}`);
  }
}

/** Documents of one site or page: when each address was first loaded, and the two that were before all others. */
interface Meant {
  readonly first: Map<string, number>;
  earliest: readonly string[];
}

// By index, as a long log has more documents than may be gone through for each request.
function addTo(map: Map<string, Meant>, name: string, { url, startedAt }: LoadedDocument): void {
  if (Number.isNaN(startedAt)) return;
  const meant = map.get(name) ?? { first: new Map<string, number>(), earliest: [] };
  map.set(name, meant);
  meant.first.set(url, Math.min(startedAt, meant.first.get(url) ?? Infinity));
  const since = (one: string) => meant.first.get(one) ?? Infinity;
  const candidates = [...new Set([...meant.earliest, url])];
  meant.earliest = candidates.toSorted((a, b) => since(a) - since(b)).slice(0, 2);
}

const MAX_PARENTS = 50;

/** The scripts that led to a request, the innermost first; a document's own script has the document's URL. */
function stackOf(entry: unknown): readonly string[] {
  const urls: string[] = [];
  let stack: unknown = ByScriptSchema.safeParse(entry).data?._initiator.stack;
  for (let depth = 0; depth < MAX_PARENTS; depth += 1) {
    const { data } = StackSchema.safeParse(stack);
    if (!data) break;
    for (const { url } of data.callFrames) urls.push(withoutSignIn(url));
    stack = data.parent;
  }
  return urls;
}

function siteOf(url: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0];
}
