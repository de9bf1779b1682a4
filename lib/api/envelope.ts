import { AppError, type ErrorCode } from '../core/base/errors';
import { z } from '../core/base/schema';

const EnvelopeSchema = z.object({ response: z.looseObject({ status: z.optional(z.string()) }) });

const ErrorSchema = z.object({
  error_id: z.optional(z.nullable(z.string())),
  error_code: z.optional(z.nullable(z.string())),
  error: z.optional(z.nullable(z.string())),
  error_description: z.optional(z.nullable(z.string())),
});

export type Envelope = z.infer<typeof EnvelopeSchema>['response'];

/** What came back over HTTP, before anybody has read it. */
export interface RawAnswer {
  readonly status: number;
  readonly body: string;
  readonly throttleCode: string | null;
  readonly retryAfterSeconds: number | null;
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

// A 503 is throttling only with `x-ratelimit-code`; without it the service is down. 405 is the old
// production answer for the same (API usage constraints).
function readThrottle(answer: RawAnswer): AppError | null {
  const is503 = answer.status === 503 && answer.throttleCode !== null;
  if (answer.status !== 429 && !is503) return null;
  return new AppError('rate-limited', { retryAfterSeconds: answer.retryAfterSeconds ?? 10 });
}

function readError(answer: RawAnswer, error: z.infer<typeof ErrorSchema>): AppError {
  const detail = [error.error, error.error_description].filter(Boolean).join(' — ');
  return new AppError(codeOf(answer.status, error), { detail });
}

function codeOf(status: number, error: z.infer<typeof ErrorSchema>): ErrorCode {
  const { error_id: id, error_code: code, error: text } = error;
  if (code === 'RATE_EXCEEDED') return 'rate-limited';
  if (id === 'NOAUTH_DISABLED') return 'account-disabled';
  if (id === 'NOAUTH_EXPIRED') return 'password-expired';
  if (id === 'NOAUTH' || status === 401) return 'session-expired';
  // Seen in the wild: an expired token answered as a syntax error.
  if (text?.startsWith('Authentication failed')) return 'session-expired';
  if (id === 'UNAUTH' || status === 403) return 'not-permitted';
  if (code?.startsWith('NOTFOUND') || /not found/i.test(text ?? '')) return 'not-found';
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
