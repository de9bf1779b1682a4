import { expect, it } from 'vitest';

import { mayHaveReachedServer, OutcomeSchema } from '@/lib/core/recording/pixel-request';

import { request } from '../verification/build';

const MAY_HAVE: readonly string[] = ['answered', 'withheld', 'aborted', 'unknown'];

it.each(OutcomeSchema.options)('whether a request may have been counted: %s', (outcome) => {
  expect(mayHaveReachedServer(request(undefined, { outcome }))).toBe(MAY_HAVE.includes(outcome));
});
