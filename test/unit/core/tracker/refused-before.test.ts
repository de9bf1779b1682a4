import { expect, it } from 'vitest';

import type { ErrorCode } from '@/lib/core/base/errors';
import type { Job } from '@/lib/core/job/job';
import { refusedBefore } from '@/lib/core/tracker/refused-before';

const job = (
  kind: string,
  code: ErrorCode | null,
  changedAt: number,
  change: Partial<Job> = {},
): Job => ({
  id: String(changedAt),
  account: 'me',
  subject: 'tracker:1',
  kind,
  fingerprint: '',
  plan: null,
  steps: [],
  state: code === null ? 'done' : 'failed',
  failure: code === null ? null : { code, detail: 'No right.', retryAfterSeconds: null },
  startedAt: 0,
  changedAt,
  ...change,
});
const NO = 'not-permitted';

it.each<[string, readonly Job[], boolean, string | null]>([
  ['nothing was saved', [], false, null],
  ['a change was refused', [job('tracker-edit', NO, 1)], false, 'No right.'],
  ['a deletion was refused', [job('tracker-delete', NO, 1)], false, 'No right.'],
  ['a new one was refused', [job('tracker-create', NO, 1)], true, 'No right.'],
  ['a change was refused, and this is a new one', [job('tracker-edit', NO, 1)], true, null],
  ['it was granted since', [job('tracker-edit', NO, 1), job('tracker-edit', null, 2)], false, null],
  [
    'it was granted before',
    [job('tracker-edit', null, 1), job('tracker-edit', NO, 2)],
    false,
    'No right.',
  ],
  ['it failed for another reason', [job('tracker-edit', 'network', 1)], false, null],
  ['somebody else was refused', [job('tracker-edit', NO, 1, { account: 'you' })], false, null],
  [
    'what goes on says nothing',
    [job('tracker-edit', NO, 1), job('tracker-edit', null, 2, { state: 'going' })],
    false,
    'No right.',
  ],
])('%s', (_, jobs, isNew, said) => {
  expect(refusedBefore(jobs, 'me', isNew)).toBe(said);
});
