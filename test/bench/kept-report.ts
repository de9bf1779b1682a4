import type { Tracker } from '@/lib/core/tracker/tracker';
import { toBlock } from '@/lib/store/tracker-blocks';
import type { Page } from 'puppeteer-core';

import { ACCOUNT } from './signed-in.ts';

/** A report on the disk, and the trackers of its advertiser; the rows of both are of the same objects. */
export interface KeptReport {
  readonly id: string;
  readonly advertiserId: number;
  readonly trackers: number;
  readonly days: number;
  readonly first: string;
  readonly last: string;
}

/** Keeps a report as the background would have. */
export async function keepReport(page: Page, report: KeptReport): Promise<void> {
  await page.evaluate(
    async ({ id, advertiserId, trackers, days, first, last }, block, account) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('piggyback');
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
      const transaction = db.transaction(['trackerBlocks', 'reports', 'reportCounts'], 'readwrite');
      const at = Date.UTC(2026, 10, 20);
      const counted = Array.from({ length: trackers }, (_, index) => ({
        tuple: { lineItemId: index + 1, publisherId: 1, placementId: 0, paymentRuleId: 0 },
        names: {
          lineItem: `Line item ${index}`,
          publisher: 'P',
          placement: null,
          paymentRule: null,
        },
        impressions: {
          by: 'day',
          first,
          counts: Array.from({ length: days }, (_, day) => 1800 + ((index * day) % 997)),
        },
        cost: 12.5,
      }));
      transaction.objectStore('trackerBlocks').put(block);
      transaction.objectStore('reports').put({
        id,
        question: {
          advertiserId,
          about: { kind: 'advertiser' },
          when: { kind: 'custom', span: { first, last } },
          by: 'day',
          timeZone: 'UTC',
        },
        type: 'network_analytics',
        span: { first, last },
        publisherId: null,
        askedAt: at,
        madeAt: at,
        closedUntil: at,
        rows: trackers * days,
        unread: 0,
        tuples: trackers,
        account,
        v: 1,
      });
      transaction.objectStore('reportCounts').put({ id, counted, account, v: 1 });
      await new Promise((resolve) => transaction.addEventListener('complete', resolve));
      db.close();
    },
    report,
    toBlock(ACCOUNT, report.advertiserId, idOf(report, 0), trackersOf(report)),
    ACCOUNT,
  );
}

const idOf = ({ advertiserId }: KeptReport, index: number) => advertiserId * 1000 + index;

function trackersOf(report: KeptReport) {
  return Array.from({ length: report.trackers }, (_, index) => {
    const id = idOf(report, index);
    const tracker: Tracker = {
      id,
      memberId: 1,
      advertiserId: report.advertiserId,
      name: `Tracker ${index} – autumn burst, homepage`,
      code: null,
      state: 'active',
      lineItem: { id: index + 1, name: `Line item ${index}` },
      publisher: { id: 1, name: 'P' },
      placement: null,
      paymentRule: null,
      lastModified: Date.UTC(2026, 10, 20),
    };
    return [id, tracker] as const;
  });
}
