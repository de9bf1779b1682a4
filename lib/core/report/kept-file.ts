import { MAX_KEPT_FILE_BYTES, MAX_NAME_CHARS } from '../base/limits';
import { z } from '../base/schema';
import type { ColumnTitle } from '../table/column-titles';
import type { Series } from './series';
import { type ThirdPartyReport, ThirdPartyReportSchema } from './third-party';
import { TitlesSchema } from './third-party/message';
import { SHEET_USES, type SheetUse } from './third-party/read-report';

const column = z.exactOptional(z.int().check(z.gte(0)));
/** Which columns are which; counted from 0. */
const PlacesSchema = z.object({
  date: column,
  hour: column,
  placement: column,
  placementId: column,
  impressions: column,
});

/** How an ad server's report was read, and when: what is kept of it without its figures. */
export const KeptHeadSchema = z.object({
  /** Of the report beside which it is kept. */
  id: z.string(),
  /** Tells this reading from any other, also of the same file. */
  reading: z.string().check(z.maxLength(MAX_NAME_CHARS)),
  fileName: z.string(),
  /** Milliseconds since 1970. */
  readAt: z.number(),
  /** From which share of difference on, in per cent, both counts do not agree. */
  threshold: z.number().check(z.gte(0), z.lte(100)),
  /** As a person said that its dates are written; `null` where nobody was asked. */
  dates: z.nullable(z.enum(['dmy', 'mdy'])),
  offer: z.object({
    titles: TitlesSchema,
    columns: PlacesSchema,
    choice: z.nullable(PlacesSchema),
    alsoImpressions: z.exactOptional(TitlesSchema),
  }),
  sheets: z.array(z.object({ name: z.string(), use: z.enum(SHEET_USES) })),
});
type Read = Readonly<z.infer<typeof KeptHeadSchema>>;
export interface KeptHead extends Omit<Read, 'offer' | 'sheets'> {
  readonly offer: Omit<Read['offer'], 'titles' | 'alsoImpressions'> & {
    readonly titles: readonly ColumnTitle[];
    readonly alsoImpressions?: readonly ColumnTitle[];
  };
  readonly sheets: readonly SheetUse[];
}

/** Its figures. More than is kept is not read, either. */
export const KeptFiguresSchema = z.object({
  id: z.string(),
  reading: z.string(),
  report: ThirdPartyReportSchema.check(z.refine(fits)),
});

/** An ad server's report as it is kept beside one of Monetize. */
export type KeptFile = KeptHead & { readonly report: ThirdPartyReport };

/** Whether so much is kept: `MAX_KEPT_FILE_BYTES`, of which a count is 8, a character 2, a row that was left out 16. */
export function fits({ placements, leftOut }: ThirdPartyReport): boolean {
  let size = leftOut.length * 16;
  for (const { placement, placementId, impressions, segments = [] } of placements) {
    size += sizeOf(impressions, placement, placementId);
    for (const one of segments) size += sizeOf(one.impressions, one.device, one.system);
    if (size > MAX_KEPT_FILE_BYTES) return false;
  }
  return size <= MAX_KEPT_FILE_BYTES;
}

function sizeOf({ counts }: Series, ...texts: readonly (string | null)[]): number {
  return texts.reduce((size, text) => size + (text?.length ?? 0) * 2, counts.length * 8);
}
