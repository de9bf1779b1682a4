import { z } from '../base/schema';
import { type ComparedPage, ComparedPageSchema } from './baseline';

/** What a baseline holds at most: trackers on pages, and pages. Every later run carries it. */
export const MAX_BASELINE_LINES = 5000;
const MAX_BASELINE_PAGES = 1000;

/** What was said in a run that a person looked at and accepted: later runs are held against it. */
export const BaselineSchema = z.object({
  /** The run that was accepted. */
  verificationId: z.string(),
  /** When that run began, and when it was accepted; milliseconds since 1970, UTC. */
  startedAt: z.number(),
  acceptedAt: z.number(),
  pages: z.array(ComparedPageSchema).check(z.maxLength(MAX_BASELINE_PAGES)),
});
export type Baseline = z.infer<typeof BaselineSchema>;

/** Whether so much can be kept with every later run. */
export function isBaselineSize(pages: readonly ComparedPage[]): boolean {
  const lines = pages.reduce((sum, { expected }) => sum + expected.length, 0);
  return pages.length <= MAX_BASELINE_PAGES && lines <= MAX_BASELINE_LINES;
}
