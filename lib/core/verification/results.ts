import { z } from '../base/schema';
import { LeftOutSchema } from '../recording/har-file';
import { VisitSchema } from '../recording/visit';
import { PicturesSchema } from './pictures';
import { TimesSchema } from './expectation';
import { CHANGE_KINDS } from './since-baseline';
import { PrerenderedAsSchema } from './prerendered-as';
import { RunCountsSchema } from './page-run';
import { VERDICTS } from './verdict';
import { DrivenSchema } from './verification';

const FindingSchema = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  text: z.string(),
  next: z.string(),
});

const VerdictSchema = z.object({
  trackerId: z.number(),
  name: z.nullable(z.string()),
  verdict: z.enum(VERDICTS),
  fired: z.number(),
  times: z.exactOptional(TimesSchema),
  rehearsed: z.exactOptional(z.number()),
  findings: z.array(FindingSchema),
});

/** What was found on a page that was looked at and did not fire, and what could not be read there. */
export const OnPageSchema = z.object({
  url: z.string(),
  lookedAt: z.string(),
  found: z.number(),
  isAllRecorded: z.boolean(),
  closedFrames: z.number(),
  isCut: z.boolean(),
  failures: z.number(),
  replaced: z.array(z.string()),
  notFired: z.array(
    z.object({
      trackerId: z.nullable(z.number()),
      trackerName: z.nullable(z.string()),
      url: z.string(),
      frame: z.string(),
      path: z.string(),
      count: z.number(),
      reason: FindingSchema,
    }),
  ),
});
export type ShownPage = z.infer<typeof OnPageSchema>;
/** How the visit of a page of a list ended; `page` counts from 1. */
const ShownVisitSchema = z.object({
  ...z.pick(VisitSchema, { page: true, end: true, detail: true, status: true, sight: true }).shape,
  /** The address in the list, which may have led elsewhere. */
  asked: z.nullable(z.string()),
});
const StateSchema = z.nullable(z.enum([...VERDICTS, 'not-judged']));
const ChangeSchema = z.object({
  url: z.string(),
  trackerId: z.number(),
  before: StateSchema,
  after: StateSchema,
  newFindings: z.array(z.string()),
  goneFindings: z.array(z.string()),
  isWorse: z.boolean(),
  kind: z.enum(CHANGE_KINDS),
});

/** What of an exported verification is shown to others: the JSON of `export-json`, read again. */
export const ResultsSchema = z.object({
  format: z.literal('piggyback-verification'),
  version: z.literal(1),
  name: z.exactOptional(z.string()),
  note: z.exactOptional(z.string()),
  repeats: z.exactOptional(z.string()),
  stoppedAt: z.exactOptional(z.string()),
  baseline: z.exactOptional(
    z.object({
      recordingSince: z.string(),
      acceptedAt: z.string(),
      changes: z.array(ChangeSchema),
      notVisited: z.array(z.string()),
    }),
  ),
  exportedAt: z.string(),
  recordingSince: z.string(),
  driven: z.exactOptional(DrivenSchema),
  visited: z.exactOptional(RunCountsSchema),
  openedAfterLoad: z.boolean(),
  mayMissFirstPage: z.boolean(),
  clearedAt: z.nullable(z.string()),
  unreadable: z.number(),
  notKept: z.exactOptional(z.object({ since: z.string(), count: z.number() })),
  gaps: z.array(z.object({ from: z.string(), to: z.string() })),
  file: z.nullable(
    z.object({
      name: z.string(),
      sha256: z.string(),
      readAt: z.string(),
      entries: z.number(),
      leftOut: LeftOutSchema,
    }),
  ),
  trackersLoaded: z.boolean(),
  judgedOn: z.nullable(z.string()),
  expected: z.array(VerdictSchema),
  pageViews: z.array(
    z.object({
      id: z.string(),
      url: z.string(),
      title: z.nullable(z.string()),
      startedAt: z.string(),
      visit: z.exactOptional(ShownVisitSchema),
      expected: z.array(VerdictSchema),
    }),
  ),
  requests: z.array(
    z.object({
      time: z.string(),
      pageViewId: z.nullable(z.string()),
      frame: z.nullable(z.string()),
      trackerId: z.nullable(z.number()),
      trackerName: z.nullable(z.string()),
      url: z.string(),
      parameters: z.array(z.object({ name: z.string(), value: z.string() })),
      method: z.string(),
      loader: z.nullable(z.string()),
      status: z.number(),
      outcome: z.string(),
      error: z.nullable(z.string()),
      isRedirectHop: z.boolean(),
      prerendered: z.exactOptional(PrerenderedAsSchema),
      findings: z.array(FindingSchema),
      note: z.exactOptional(z.string()),
    }),
  ),
  onPage: z.exactOptional(z.nullable(OnPageSchema)),
  /** Absent where the results were not exported as a proof. */
  pictures: z.exactOptional(PicturesSchema),
});
export type Results = z.infer<typeof ResultsSchema>;
export type ShownView = Results['pageViews'][number];
export type Result = Results['expected'][number];
export type ShownRequest = Results['requests'][number];
export type ShownFinding = Result['findings'][number];
