import { z } from '../base/schema';
import { LeftOutSchema } from '../recording/har-file';
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
  findings: z.array(FindingSchema),
});

/** What of an exported verification is shown to others: the JSON of `export-json`, read again. */
export const ResultsSchema = z.object({
  format: z.literal('piggyback-verification'),
  version: z.literal(1),
  exportedAt: z.string(),
  recordingSince: z.string(),
  driven: z.exactOptional(DrivenSchema),
  visited: z.exactOptional(RunCountsSchema),
  openedAfterLoad: z.boolean(),
  mayMissFirstPage: z.boolean(),
  clearedAt: z.nullable(z.string()),
  unreadable: z.number(),
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
      findings: z.array(FindingSchema),
    }),
  ),
});
export type Results = z.infer<typeof ResultsSchema>;
export type ShownView = Results['pageViews'][number];
export type Result = Results['expected'][number];
export type ShownRequest = Results['requests'][number];
export type ShownFinding = Result['findings'][number];
