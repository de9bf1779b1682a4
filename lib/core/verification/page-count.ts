import { z } from '../base/schema';
import type { PageView } from '../recording/page-views';
import type { Checked } from './checking';

/** What was recorded on the page that is viewed, as the toolbar shows it. */
export const PageCountSchema = z.object({
  /** Pixel requests; the hops of a redirect are one. */
  requests: z.number().check(z.int(), z.gte(0)),
  /** How many of them have an error. */
  errors: z.number().check(z.int(), z.gte(0)),
  /** The recording is full: there may be more. Absent where it has room. */
  isFull: z.exactOptional(z.literal(true)),
});
export type PageCount = z.infer<typeof PageCountSchema>;

/** Counts what is said of the view that began last; without one, of everything. */
export function countOnPage({ rows }: Checked, views: readonly PageView[]): PageCount {
  const latest = views.at(-1)?.id ?? null;
  let [requests, errors] = [0, 0];
  for (const { pageView, isRedirectHop, findings } of rows) {
    if (latest !== null && pageView?.id !== latest) continue;
    if (!isRedirectHop) requests += 1;
    if (findings.some(({ severity }) => severity === 'error')) errors += 1;
  }
  return { requests, errors: Math.min(errors, requests) };
}
