import type { Page } from 'puppeteer-core';

import { LINE_ITEMS } from '../integration/app/support/colleague.ts';
import { tell } from './signed-in.ts';

/** Whose trackers the runs of these tests are about. */
export const OWNER = { id: 700_101, name: 'Harbour Coffee' } as const;

/** Begins a run that creates so many trackers, by the message that its dry run sends: named `NAME 0`, `NAME 1` and so on. */
export async function beginCreates(page: Page, name: string, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => ({
    row: at + 2,
    kind: 'create',
    name: `${name} ${at}`,
    trackerId: null,
    issues: [],
    fields: [
      { field: 'name', from: null, to: `${name} ${at}` },
      { field: 'lineItem', from: null, to: { id: LINE_ITEMS[OWNER.id], name: 'Spring burst' } },
      { field: 'publisher', from: null, to: { id: 880_202, name: 'Tidewater News' } },
    ],
  }));
  const sheet = { file: 'plan.xlsx', holdAt: null, undoes: null };
  await tell(page, 'bulk.start', { advertiser: OWNER, ...sheet, rows });
}

/** Counts the creates that a sandbox has answered, by what it logs; each count can be waited for. */
export function createCounter() {
  let count = 0;
  let waiting: { readonly at: number; readonly reached: () => void }[] = [];
  return {
    log(line: string): void {
      if (!/^POST \S+\/imptracker\?/.test(line)) return;
      count += 1;
      for (const { at, reached } of waiting) if (count >= at) reached();
      waiting = waiting.filter(({ at }) => at > count);
    },
    count: () => count,
    /** Once so many have been answered in all. */
    until: (at: number): Promise<void> =>
      count >= at ? Promise.resolve() : new Promise((reached) => waiting.push({ at, reached })),
  };
}
