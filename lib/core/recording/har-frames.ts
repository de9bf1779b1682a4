import { z } from '../base/schema';
import { frameRank, type Observation } from './observation';

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
    const { data } = DocumentSchema.safeParse(entry);
    if (!data) return [];
    const startedAt = Date.parse(data.startedDateTime);
    return { url: data.request.url, startedAt, pageref: data.pageref };
  });
}

/**
 * The document that asked for a request. A script's request names its site at most, or, under
 * `no-referrer`, nothing: where only one document that was loaded before can be meant, it is that one, and of
 * several the one whose own script stands in the initiator's stack.
 */
export function frameFrom(
  documents: readonly LoadedDocument[],
  told: Pick<Observation, 'frameUrl' | 'startedAt'>,
  entry: unknown,
): string | null {
  const { frameUrl, startedAt } = told;
  if (frameRank(told) === 2 || ByParserSchema.safeParse(entry).success) return frameUrl;
  // What frames of other sites ask for has none, though the frames themselves may: without a referrer only documents
  // of the page's own can be meant.
  const pageref = PagerefSchema.safeParse(entry).data?.pageref;
  const site = frameUrl?.replace(/\/$/, '');
  const meant = documents.filter(
    (one) =>
      one.startedAt <= startedAt &&
      (one.pageref === pageref || (pageref === undefined && site !== undefined)) &&
      (site === undefined ? pageref !== undefined : siteOf(one.url) === site),
  );
  const urls = new Set(meant.map(({ url }) => url));
  const [only, ...others] = urls;
  if (only !== undefined && others.length === 0) return only;
  return stackOf(entry).find((url) => urls.has(url)) ?? frameUrl;
}

const MAX_PARENTS = 50;

/** The scripts that led to a request, the innermost first; a document's own script has the document's URL. */
function stackOf(entry: unknown): readonly string[] {
  const urls: string[] = [];
  let stack: unknown = ByScriptSchema.safeParse(entry).data?._initiator.stack;
  for (let depth = 0; depth < MAX_PARENTS; depth += 1) {
    const { data } = StackSchema.safeParse(stack);
    if (!data) break;
    for (const { url } of data.callFrames) urls.push(url);
    stack = data.parent;
  }
  return urls;
}

function siteOf(url: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0];
}
