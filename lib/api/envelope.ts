import { AppError, type ErrorCode } from '../core/base/errors';
import { z } from '../core/base/schema';

const EnvelopeSchema = z.object({ response: z.looseObject({ status: z.optional(z.unknown()) }) });

// An error of the service is told as well as it can be, whatever types its parts have.
const TextSchema = z.pipe(z.optional(z.unknown()), z.transform(textOf));
const ErrorSchema = z.object({
  error_id: TextSchema,
  error_code: TextSchema,
  error: TextSchema,
  error_description: TextSchema,
});

/** Characters of a service's error that are told. */
const MAX_ERROR_TEXT = 500;
/** How long to wait where there are too many requests at once, in seconds. */
const TOO_MANY_AT_ONCE_SECONDS = 2;

export type Envelope = z.infer<typeof EnvelopeSchema>['response'];

/** What came back over HTTP, before anybody has read it. */
export interface RawAnswer {
  readonly status: number;
  readonly body: string;
  /** It was a file, which was given to who asked for it. */
  readonly isFile?: boolean;
  readonly throttleCode: string | null;
  readonly retryAfterSeconds: number | null;
  /** When it was given, by the service's clock, in milliseconds since 1970. */
  readonly servedAt: number | null;
}

/**
 * The answer's `response` object, or an `AppError`. Errors come with HTTP 200 as often as not, so
 * only `status: "OK"` counts as success (API semantics, "Response").
 */
export function readEnvelope(answer: RawAnswer): Envelope {
  const throttled = readThrottle(answer);
  if (throttled) throw throttled;
  const parsed = EnvelopeSchema.safeParse(parseJson(answer.body));
  if (parsed.success && parsed.data.response.status === 'OK' && answer.status < 400) {
    return parsed.data.response;
  }
  const error = parsed.success ? ErrorSchema.safeParse(parsed.data.response) : null;
  if (error?.success) throw readError(answer, error.data);
  throw new AppError(answerCode(answer.status), { detail: `HTTP ${answer.status}` });
}

// A 503 is throttling only with `x-ratelimit-code`; without it the service is down. 405 with
// `Retry-After` is the old production answer for the same (API usage constraints).
function readThrottle(answer: RawAnswer): AppError | null {
  const is503 = answer.status === 503 && answer.throttleCode !== null;
  const is405 = answer.status === 405 && answer.retryAfterSeconds !== null;
  if (answer.status !== 429 && !is503 && !is405) return null;
  return new AppError('rate-limited', waitOf(answer.retryAfterSeconds));
}

function readError(answer: RawAnswer, error: z.infer<typeof ErrorSchema>): AppError {
  const detail = [error.error, error.error_description].filter(Boolean).join(' — ');
  const code = codeOf(answer.status, error);
  if (code !== 'rate-limited') return new AppError(code, { detail });
  const atOnce = error.error_id === 'LIMIT' ? TOO_MANY_AT_ONCE_SECONDS : null;
  return new AppError(code, { detail, ...waitOf(answer.retryAfterSeconds ?? atOnce) });
}

function waitOf(seconds: number | null): { retryAfterSeconds?: number } {
  return seconds === null ? {} : { retryAfterSeconds: seconds };
}

function codeOf(status: number, error: z.infer<typeof ErrorSchema>): ErrorCode {
  const { error_id: id, error_code: code, error: text } = error;
  if (code === 'RATE_EXCEEDED') return 'rate-limited';
  // The wording is not known; what is: too many at once is answered as an error with HTTP 200.
  if (
    id === 'LIMIT' &&
    /concurren|simultan|parallel|at (?:once|a time|the same time)/i.test(text)
  ) {
    return 'rate-limited';
  }
  if (id === 'NOAUTH_DISABLED') return 'account-disabled';
  if (id === 'NOAUTH_EXPIRED') return 'password-expired';
  if (id === 'NOAUTH' || status === 401) return 'session-expired';
  // Seen in the wild: an expired token answered as a syntax error.
  if (text.startsWith('Authentication failed')) return 'session-expired';
  if (id === 'UNAUTH' || status === 403) return 'not-permitted';
  if (code.startsWith('NOTFOUND') || /not found/i.test(text)) return 'not-found';
  if (id === 'INTEGRITY') return 'in-use';
  if (id === 'LIMIT') return 'limit-reached';
  if (id === 'SYSTEM' || status >= 500) return 'service-down';
  return 'invalid-input';
}

function answerCode(status: number): ErrorCode {
  if (status === 401) return 'session-expired';
  if (status === 403) return 'not-permitted';
  return status >= 500 ? 'service-down' : 'bad-answer';
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  const parts = Array.isArray(value) ? value : [value];
  const texts = parts.map((part: unknown) => {
    if (part === null || part === undefined) return '';
    return typeof part === 'object' ? JSON.stringify(part) : String(part);
  });
  return texts.filter(Boolean).join('; ').slice(0, MAX_ERROR_TEXT);
}
