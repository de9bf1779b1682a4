import { expect, test } from 'vitest';

import type { NoPlan } from '@/lib/core/report/no-plan';
import type { Remark } from '@/lib/core/report/remarks';
import { noPlanText, remarkText } from '@/lib/text/reports/plan';

test.each<[Remark, string]>([
  [{ kind: 'hours-kept', days: 100 }, 'kept for 100 days'],
  [{ kind: 'slow-queue', days: 45 }, 'more than 45 days ago'],
  [{ kind: 'data-kept', days: 428 }, 'for 428 days'],
  [{ kind: 'data-since', day: '2024-10-10' }, 'from 2024-10-10 on'],
  [{ kind: 'type-ends', type: 'network_analytics' }, 'on which day is not known'],
  [{ kind: 'not-told', what: 'payment-rule' }, 'apart by payment rule'],
  [{ kind: 'all-advertisers' }, 'counted together'],
])('%j is said', (remark, words) => {
  expect(remarkText(remark)).toContain(words);
});

test.each<[NoPlan, string]>([
  [{ kind: 'span', problem: 'time-zone' }, 'time zone'],
  [{ kind: 'span', problem: 'no-days' }, 'no days'],
  [{ kind: 'span', problem: 'not-yet' }, 'not begun'],
  [{ kind: 'span', problem: 'too-long' }, 'more figures'],
  [{ kind: 'tracker-unknown' }, 'not known here'],
  [{ kind: 'tracker-bare' }, 'neither line item nor publisher'],
  [
    { kind: 'no-type', types: [{ type: 'publisher_analytics', problem: 'needs-publisher' }] },
    'Publisher Analytics: it is of one publisher, and none is named.',
  ],
])('%j is said, with what to do', (why, words) => {
  const { sentence, next } = noPlanText(why);
  expect(sentence).toContain(words);
  expect(next).toMatch(/^\p{Lu}.*\.$/u);
});
