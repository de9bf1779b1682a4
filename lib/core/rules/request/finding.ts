import type { Severity } from '../../base/finding';

/** What a rule can remark on a recorded request. `lib/text/findings.ts` holds the words of each. */
export const FINDING_CODES = [
  'tracker-id-bad',
  'tracker-unknown',
  'tracker-inactive',
  'trackers-not-loaded',
  'type-missing',
  'type-bad',
  'type-mismatch',
  'cachebuster-missing',
  'cachebuster-macro',
  'cachebuster-repeated',
  'cost-macro',
  'cost-not-a-number',
  'parameter-macro',
  'not-https',
  'address-other',
  'host-unexpected',
  'from-cache',
  'blocked-by-page',
  'blocked-by-extension',
  'blocked-by-browser',
  'network-error',
  'aborted',
  'no-answer',
  'pending',
  'http-error',
  'fired-again',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** One rule's remark. `values` fill the slots of its sentence. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly values: Readonly<Record<string, string>>;
}
