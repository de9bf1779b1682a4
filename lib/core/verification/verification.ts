import { z } from '../base/schema';
import { LeftOutSchema } from '../recording/har-file';
import { BaselineSchema } from './accepted';
import { ExpectationSchema } from './expectation';
import { NotKeptSchema } from './not-kept';
import { NameSchema, NoteSchema, NotedRequestSchema } from './named';
import { VisitedSchema } from './visited';

/** The file that a recording was read from. */
const RecordedFileSchema = z.object({
  name: z.string(),
  /** The SHA-256 of its bytes, by which the same file is known again. */
  digest: z.string(),
  /** When its first page or request began, in milliseconds since 1970. */
  recordedAt: z.number(),
  /** How many entries it has. */
  entries: z.number(),
  leftOut: LeftOutSchema,
});
export type RecordedFile = z.infer<typeof RecordedFileSchema>;

/** How pages were visited by a program. */
export const DrivenSchema = z.object({
  /** `service`: pixels went to the real one; `sink`: a stand-in on the same machine answered all of them. */
  answeredBy: z.enum(['service', 'sink']),
  /** How many pages of the list were not visited. */
  notVisited: z.number(),
});

/** A named set of expected trackers, the pages visited and what was recorded. */
export const VerificationSchema = z.object({
  id: z.string(),
  /** The tab it was recorded in; its id means nothing after the browser restarts. */
  tabId: z.nullable(z.number()),
  /** Milliseconds since 1970, UTC: when recording began, or the file was read. */
  startedAt: z.number(),
  expectedIds: z.array(z.number()),
  /** Those of them that are expected otherwise than once on each page view. */
  expectations: z.exactOptional(z.array(ExpectationSchema)),
  /** DevTools opened on a loaded page: what that page fired before is not known. */
  openedAfterLoad: z.boolean(),
  /** The browser may say nothing of what the first page fires that is loaded from now on. */
  mayMissFirstPage: z.exactOptional(z.boolean()),
  /** What began before this moment was cleared away; `null` if nothing was. */
  clearedAt: z.nullable(z.number()),
  /** It is full: what it has seen since and does not keep. Absent where it has room. */
  notKept: z.exactOptional(NotKeptSchema),
  /** Of which run of the browser the tab is; absent where that is not known. */
  browserRun: z.exactOptional(z.string()),
  /** When nobody recorded, since DevTools was closed; milliseconds since 1970, in the order of time. */
  gaps: z.exactOptional(z.array(z.object({ from: z.number(), to: z.number() }))),
  /**
   * What began until then was of a recorder that is gone, and another went on though nothing was missed: how that ended
   * which was still under way, nobody heard. Milliseconds since 1970.
   */
  goesOnAt: z.exactOptional(z.number()),
  /** The background has recorded in it: its tab is in no private window, of which nothing is told without DevTools. */
  isHeardWithout: z.exactOptional(z.boolean()),
  /** Absent where a person used the browser: how a program had the pages of a list visited. */
  driven: z.exactOptional(DrivenSchema),
  /** Absent where a person used the browser: the pages of a list that this extension visits. */
  visited: z.exactOptional(VisitedSchema),
  /** Absent where it was recorded in this browser. */
  file: z.exactOptional(RecordedFileSchema),
  /** What a person calls it, and wrote on it. */
  name: z.exactOptional(NameSchema),
  note: z.exactOptional(NoteSchema),
  notedRequests: z.exactOptional(z.array(NotedRequestSchema)),
  /** The one that this is done again; its name, expectations and baseline were taken over. */
  repeats: z.exactOptional(z.string()),
  /** What all that are done again have in common: the id of the first; absent where it is that one. */
  series: z.exactOptional(z.string()),
  /** Nothing that began later is recorded; absent where nobody stopped it. */
  stoppedAt: z.exactOptional(z.number()),
  /** What was accepted, and later runs are held against. */
  baseline: z.exactOptional(BaselineSchema),
});
export type Verification = z.infer<typeof VerificationSchema>;
