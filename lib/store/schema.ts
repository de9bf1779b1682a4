import type { DBSchema, IDBPDatabase } from 'idb';

/**
 * The one database. Values are declared `unknown` on purpose: whatever comes back from disk is read
 * by a schema in the module that owns the store. Every row has its `account` and its version, `v`.
 */
export interface PiggybackSchema extends DBSchema {
  /** Blocks of trackers (`tracker-blocks.ts`). */
  trackerBlocks: {
    key: [string, number, number];
    value: unknown;
    indexes: {
      /** The account, the advertiser, when one of them was last changed, and how many they are. */
      'by-advertiser': [string, number, number, number];
      /** The account and each stretch of ids in which it has any. */
      'by-stretch': [string, number];
    };
  };
  syncs: { key: [string, number]; value: unknown };
  drafts: { key: [string, string]; value: unknown };
  jobs: { key: string; value: unknown };
  /** Under the tracker, the moment and what happened. */
  trackerEvents: {
    key: [string, number, number, string];
    value: unknown;
    indexes: { 'by-time': [string, number] };
  };
  runs: { key: string; value: unknown; indexes: { 'by-account': string } };
  runRows: { key: [string, number]; value: unknown };
  reports: { key: [string, string]; value: unknown };
  reportCounts: { key: [string, string]; value: unknown };
  /** Ad servers' own reports under the reports beside which they are kept; their figures apart. */
  comparisons: { key: [string, string]; value: unknown };
  comparisonFiles: { key: [string, string]; value: unknown };
  verifications: { key: string; value: unknown; indexes: { 'by-account': string } };
  pageViews: { key: string; value: unknown; indexes: { 'by-verification': string } };
  pixelRequests: {
    key: string;
    value: unknown;
    indexes: {
      'by-verification': [string, number];
      'by-account': string;
      /** By the id in its address, as it was sent. */
      'by-tracker': [string, string];
    };
  };
}

export type Database = IDBPDatabase<PiggybackSchema>;
