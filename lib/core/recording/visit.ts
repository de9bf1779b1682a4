import { z } from '../base/schema';

/**
 * How a visit ended. `quiet`: the page came to rest. `busy`: it was loaded and still asked for things at the limit.
 * `loading`: it was not loaded by then. `silent`: it was there and did not answer, as behind a dialog. `unanswered`: its
 * server said nothing by then. `failed`: the browser could not load it. `download`, `empty`: a file, or nothing, came in
 * the place of a page. `crashed`: it broke off. `cut`: the visit was, from outside.
 */
const VISIT_ENDS = [
  'quiet',
  'busy',
  'loading',
  'silent',
  'unanswered',
  'failed',
  'download',
  'empty',
  'crashed',
  'cut',
] as const;
export type VisitEnd = (typeof VISIT_ENDS)[number];

/** Whether the page was in sight: `hidden` where it was not for a while at least; `null` where that is not known. */
export const SIGHTS = ['visible', 'hidden'] as const;
export type Sight = (typeof SIGHTS)[number];

/** One visit of a page of a list, kept with its page view. */
export const VisitSchema = z.object({
  /** Which page of the list, from 0. */
  page: z.number(),
  /** `null` while it is under way. */
  end: z.nullable(z.enum(VISIT_ENDS)),
  /** The browser's own word for a failure. */
  detail: z.nullable(z.string()),
  /** What the server answered for the page; 0 where it did not. */
  status: z.number(),
  sight: z.nullable(z.enum(SIGHTS)),
  /** Milliseconds since 1970; `null` while it is under way. */
  endedAt: z.nullable(z.number()),
});
export type Visit = z.infer<typeof VisitSchema>;

const SEEN: readonly (VisitEnd | null)[] = ['quiet', 'busy', 'loading', 'silent', 'crashed'];

/** Whether there was a page, so that what did not fire on it was not seen. */
export function hasPage({ end }: Pick<Visit, 'end'>): boolean {
  return SEEN.includes(end);
}
