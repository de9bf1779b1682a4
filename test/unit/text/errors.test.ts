import { describe, expect, it } from 'vitest';

import { AppError, ERROR_CODES, type ErrorCode, toFailure } from '@/lib/core/base/errors';
import { errorText } from '@/lib/text/errors';

const detailOf = (code: ErrorCode, detail: string) =>
  errorText(toFailure(new AppError(code, { detail }))).detail;

describe('small print below a failure', () => {
  it.each<[ErrorCode, string]>([
    ['network', 'Failed to fetch'],
    ['bad-answer', 'no token in the answer'],
    ['access-refused', 'https://app.kevel.co/*'],
    ['unexpected', 'no tab'],
  ])('is not the service’s where the service said nothing: %s', (code, detail) => {
    expect(detailOf(code, detail)).toBe(`Details: ${detail}`);
  });

  it.each<ErrorCode>(['invalid-input', 'in-use', 'service-down'])('is where it did: %s', (code) => {
    expect(detailOf(code, 'name is too long')).toBe('The service said: name is too long');
  });
});

it.each(ERROR_CODES)('%s has a sentence and a next step', (code) => {
  const { sentence, next } = errorText(toFailure(new AppError(code)));
  expect([sentence, next].every((text) => text.endsWith('.'))).toBe(true);
});
