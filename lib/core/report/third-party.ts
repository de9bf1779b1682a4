import { z } from '../base/schema';
import { SpanSchema } from './question';
import { SeriesSchema } from './series';

/** What an ad server's own report says of one placement of its own. */
const ThirdPartyPlacementSchema = z.object({
  /** As it stands in the file: an id, a name or both. */
  placement: z.string(),
  placementId: z.nullable(z.string()),
  impressions: SeriesSchema,
  /** The same by day, told apart by device and operating system, where the file has a column of one of them. */
  segments: z.exactOptional(
    z.array(
      z.object({
        device: z.nullable(z.string()),
        system: z.nullable(z.string()),
        impressions: SeriesSchema,
      }),
    ),
  ),
});
export type ThirdPartyPlacement = Readonly<z.infer<typeof ThirdPartyPlacementSchema>>;

/** An ad server's own report, read. */
export const ThirdPartyReportSchema = z.object({
  fileName: z.string(),
  /** The ad server it is of, by its id in the catalogue; `null` where the file does not tell. */
  adServer: z.nullable(z.string()),
  span: SpanSchema,
  /** As the file or a person says; `null` where nobody did. */
  timeZone: z.nullable(z.string()),
  placements: z.array(ThirdPartyPlacementSchema),
  /** Rows, counted from 0, that are no figures of a day: totals, notes, what could not be read. */
  leftOut: z.array(
    z.object({ row: z.int(), why: z.enum(['total', 'no-date', 'no-count', 'no-placement']) }),
  ),
  /** How many more rows were left out than are listed. */
  leftOutMore: z.exactOptional(z.int()),
});
export type ThirdPartyReport = Readonly<z.infer<typeof ThirdPartyReportSchema>>;
