import { z } from '../base/schema';
import type { PixelRequest } from './pixel-request';
import { readPixelRequest } from './read-pixel-request';

/** What is read of a whole HAR log. */
export interface HarLog {
  readonly requests: readonly PixelRequest[];
  /** When the newest page of the log began, in milliseconds since 1970; `null` without a page. */
  readonly newestPageStart: number | null;
  /** The addresses of all requests in the log. */
  readonly urls: ReadonlySet<string>;
}

const LogSchema = z.object({
  pages: z.optional(z.array(z.unknown())),
  entries: z.array(z.unknown()),
});
const PageSchema = z.object({ startedDateTime: z.string() });
const EntrySchema = z.object({ request: z.object({ url: z.string() }) });

/** Reads the answer of `getHAR`: the log itself, or the log inside an object as in a HAR file. */
export function readHarLog(value: unknown): HarLog {
  const inner = typeof value === 'object' && value !== null && 'log' in value ? value.log : value;
  const parsed = LogSchema.safeParse(inner);
  if (!parsed.success) return { requests: [], newestPageStart: null, urls: new Set() };
  const { pages = [], entries } = parsed.data;
  const starts = pages
    .map((page) => Date.parse(PageSchema.safeParse(page).data?.startedDateTime ?? ''))
    .filter((start) => !Number.isNaN(start));
  return {
    requests: entries.flatMap((entry) => readPixelRequest(entry) ?? []),
    newestPageStart: starts.length > 0 ? Math.max(...starts) : null,
    urls: new Set(entries.flatMap((entry) => EntrySchema.safeParse(entry).data?.request.url ?? [])),
  };
}
