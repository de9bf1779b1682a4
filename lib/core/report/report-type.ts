import { z } from '../base/schema';

/** The types of reports that tell of external impressions (api.md 5.2), and those that follow them (5.3). */
export const REPORT_TYPES = [
  'network_analytics',
  'network_publisher_analytics',
  'publisher_analytics',
  'monetize_creative_brand_analytics',
  'monetize_supply_analytics',
] as const;

export const ReportTypeSchema = z.enum(REPORT_TYPES);
export type ReportType = z.infer<typeof ReportTypeSchema>;
