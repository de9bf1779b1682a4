/** Every failure a person can meet. `lib/text/errors.ts` holds the sentence and next step of each. */
export const ERROR_CODES = [
  'wrong-password',
  'account-disabled',
  'password-expired',
  'too-many-sign-ins',
  'key-refused',
  'key-missing',
  'account-changed',
  'account-other',
  'session-expired',
  'not-permitted',
  'trackers-not-enabled',
  'not-found',
  'invalid-input',
  'in-use',
  'limit-reached',
  'rate-limited',
  'service-down',
  'network',
  'bad-answer',
  'bad-address',
  'address-letters',
  'address-of-console',
  'address-unconfirmed',
  'address-changed',
  'access-refused',
  'access-later',
  'page-closed-to-extensions',
  'extension-updated',
  'builder-closed',
  'builder-moved',
  'advertiser-changed',
  'storage-failed',
  'database-newer',
  'database-failed',
  'save-unsure',
  'save-doubtful',
  'saved-before',
  'changed-meanwhile',
  'not-saved',
  'visits-going',
  'reports-pending',
  'report-failed',
  'report-late',
  'report-unreadable',
  'report-too-large',
  'report-interrupted',
  'run-going',
  'run-interrupted',
  'background-stopped',
  'cancelled',
  'unexpected',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export interface ErrorDetails {
  /** What the service said, cleaned of secrets; shown in small print. */
  readonly detail?: string;
  /** Seconds to wait before another try, where the service told us. */
  readonly retryAfterSeconds?: number;
}

/** A failure with a code from the one table. Never carries a token or a password. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly detail: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.detail ? `${code}: ${details.detail}` : code);
    this.code = code;
    this.detail = details.detail ?? null;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
  }
}

/** The failure as plain data, as it crosses a message or is kept in a view's state. */
export interface Failure {
  readonly code: ErrorCode;
  readonly detail: string | null;
  readonly retryAfterSeconds: number | null;
}

/** Any thrown value as a `Failure`; what is not ours becomes `unexpected` with its message. */
export function toFailure(error: unknown): Failure {
  if (error instanceof AppError) {
    return {
      code: error.code,
      detail: error.detail,
      retryAfterSeconds: error.retryAfterSeconds,
    };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected', detail, retryAfterSeconds: null };
}

/** Why something could not be kept: where the thrown value does not tell better, the storage failed. */
export function toStorageFailure(error: unknown): Failure {
  const failure = toFailure(error);
  return failure.code === 'unexpected' ? { ...failure, code: 'storage-failed' } : failure;
}

/** The error to throw for a `Failure` that came over a message. */
export function fromFailure(failure: Failure): AppError {
  return new AppError(failure.code, {
    ...(failure.detail !== null && { detail: failure.detail }),
    ...(failure.retryAfterSeconds !== null && { retryAfterSeconds: failure.retryAfterSeconds }),
  });
}
