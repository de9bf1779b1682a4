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
 * `no-referrer`, nothing: where only one document that was loaded before can be meant, it is that one.
 */
export function frameFrom(
  documents: readonly LoadedDocument[],
  told: Pick<Observation, 'frameUrl' | 'startedAt'>,
  entry: unknown,
): string | null {
  const { frameUrl, startedAt } = told;
  if (frameRank(told) === 2 || ByParserSchema.safeParse(entry).success) return frameUrl;
  // Frames of other sites have none, so without a referrer only those of the page's own can be meant.
  const pageref = PagerefSchema.safeParse(entry).data?.pageref;
  const site = frameUrl?.replace(/\/$/, '');
  const meant = documents.filter(
    (one) =>
      one.startedAt <= startedAt &&
      one.pageref === pageref &&
      (site === undefined ? pageref !== undefined : siteOf(one.url) === site),
  );
  const [only, ...others] = new Set(meant.map(({ url }) => url));
  return only !== undefined && others.length === 0 ? only : frameUrl;
}

function siteOf(url: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0];
}
