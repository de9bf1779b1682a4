import type { About } from './question';
import type { ReportType } from './report-type';

/** What the documents say of a type that its own answer to `?meta` does not. */
export interface TypeFacts {
  /** Whether the request has to name the publisher. */
  readonly needsPublisher: boolean;
  /** The column of what the media cost, where there is one. */
  readonly cost: string | null;
  /** Whether it is one of those that get no data of Monetize from early 2027 on. */
  readonly isLegacy: boolean;
  /** For how many days it has data; `null` where the documents do not agree or do not say. */
  readonly keptDays: number | null;
  /** The first day of which it has data; `null` where it does not say. */
  readonly since: string | null;
}

const SUCCESSOR = {
  needsPublisher: false,
  cost: 'cost',
  isLegacy: false,
  // One page says two and a half years, two years and two months, and 90 days.
  keptDays: null,
  since: '2024-10-10',
} as const;

export const TYPE_FACTS: Readonly<Record<ReportType, TypeFacts>> = {
  network_analytics: {
    needsPublisher: false,
    cost: 'cost',
    isLegacy: true,
    keptDays: null,
    since: null,
  },
  network_publisher_analytics: {
    needsPublisher: true,
    cost: 'media_cost_pub_curr',
    isLegacy: true,
    keptDays: 428,
    since: null,
  },
  publisher_analytics: {
    needsPublisher: true,
    cost: null,
    isLegacy: true,
    keptDays: null,
    since: null,
  },
  monetize_creative_brand_analytics: SUCCESSOR,
  monetize_supply_analytics: SUCCESSOR,
};

const OF_ADVERTISER: readonly ReportType[] = [
  'network_analytics',
  'monetize_creative_brand_analytics',
  'monetize_supply_analytics',
];
const OF_PUBLISHER: readonly ReportType[] = [
  'network_publisher_analytics',
  'network_analytics',
  'monetize_supply_analytics',
  'monetize_creative_brand_analytics',
  'publisher_analytics',
];
const OF_TRACKER: readonly ReportType[] = [
  'network_analytics',
  'network_publisher_analytics',
  'monetize_creative_brand_analytics',
  'monetize_supply_analytics',
  'publisher_analytics',
];

/** The types that can answer a question, the fittest first. */
export const TYPES_FOR: Readonly<Record<About['kind'], readonly ReportType[]>> = {
  tracker: OF_TRACKER,
  'line-item': OF_ADVERTISER,
  publisher: OF_PUBLISHER,
  advertiser: OF_ADVERTISER,
};

/** From this day on the older types may have no data; the documents say early 2027, and one page 2026. */
export const LEGACY_ENDS = '2027-01-01';
/** Hours are kept for so many days. */
export const HOURS_KEPT_DAYS = 100;
/** What lies further back may have to wait in a slow queue, of `network_analytics`. */
export const SLOW_AFTER_DAYS = 45;
