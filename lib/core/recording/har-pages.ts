import { z } from '../base/schema';
import { documentsIn } from './har-frames';
import { locationFrom } from './redirect-target';
import type { LoadedPage } from './source';

/**
 * Chromium gives a page the address of its first request as title, which is not its document's where the page
 * came back from the back/forward cache; Firefox gives the document's own title.
 */
const PageSchema = z.object({ startedDateTime: z.string(), title: z.optional(z.unknown()) });
const AddressSchema = z.string().check(z.regex(/^(?:https?|file):/));
const RedirectSchema = z.object({
  request: z.object({ url: z.string() }),
  response: z.object({ redirectURL: z.string().check(z.minLength(1)) }),
});
/** A browser follows no more of them. */
const MAX_REDIRECTS = 20;

/** The pages of a log, with the address that each was loaded from in the end: a title is that before redirects. */
export function pagesIn(
  pages: readonly unknown[],
  entries: readonly unknown[],
): readonly LoadedPage[] {
  const documents = documentsIn(entries);
  return pages.flatMap((value) => {
    const { data } = PageSchema.safeParse(value);
    const startedAt = Date.parse(data?.startedDateTime ?? '');
    if (Number.isNaN(startedAt)) return [];
    const asked = documents.find(({ url }) => url === data?.title)?.url;
    return { startedAt, url: asked === undefined ? null : redirected(asked, entries) };
  });
}

/** `null` where a redirect is written relative to a path, and cannot be told. */
function redirected(asked: string, entries: readonly unknown[]): string | null {
  let url = asked;
  for (let count = 0; count < MAX_REDIRECTS; count += 1) {
    const [location] = entries.flatMap((entry) => {
      const { data } = RedirectSchema.safeParse(entry);
      return data?.request.url === url ? data.response.redirectURL : [];
    });
    if (location === undefined) return url;
    const next = AddressSchema.safeParse(locationFrom(url, location)).data;
    if (next === undefined) return null;
    url = next;
  }
  return url;
}
