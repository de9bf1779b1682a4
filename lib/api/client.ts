import { AppError } from '../core/base/errors';
import { type Envelope, type RawAnswer, readEnvelope } from './envelope';
import type { Kind, Pace } from './pace';
import { stoppable } from './stoppable';

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The service, with a leading slash: `/imptracker`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** A read that nobody waits for just now, such as the later pages of a long list. */
  readonly bulk?: boolean;
}

export interface ApiDeps {
  readonly fetch: typeof fetch;
  readonly sleep: (ms: number) => Promise<void>;
  readonly pace: Pace;
  /** Told when the service asks to wait, with the seconds. */
  readonly onWait?: (seconds: number) => void;
}

export interface ApiAccess {
  /** The API's address without a trailing slash. */
  readonly baseUrl: string;
  /** Sent as it is in `Authorization`, without `Bearer` (authentication service). */
  readonly token: string | null;
}

export type ApiClient = (request: ApiRequest) => Promise<Envelope>;

const RETRIES = 3;
const LONGEST_WAIT_SECONDS = 60;

/**
 * A client of the Digital Platform API. It obeys `Retry-After` and throws `AppError`s only; tokens
 * and bodies never reach an error. Cookies are neither sent nor kept, so that a person's own
 * console session cannot ride along.
 */
export function createApiClient(deps: ApiDeps, access: ApiAccess): ApiClient {
  return async (request) => {
    const kind = kindOf(request);
    for (let attempt = 0; ; attempt += 1) {
      const answer = await deps.pace(kind, () => send(deps, access, request), request.signal);
      try {
        return readEnvelope(answer);
      } catch (error) {
        const wait = error instanceof AppError ? error.retryAfterSeconds : null;
        if (wait === null || wait > LONGEST_WAIT_SECONDS || attempt >= RETRIES) throw error;
        deps.onWait?.(wait);
        await stoppable(deps.sleep(wait * 1000), request.signal);
      }
    }
  };
}

function kindOf({ method, bulk = false }: ApiRequest): Kind {
  if (method !== 'GET') return 'write';
  return bulk ? 'bulk' : 'read';
}

async function send(deps: ApiDeps, access: ApiAccess, request: ApiRequest): Promise<RawAnswer> {
  try {
    const response = await deps.fetch(urlOf(access.baseUrl, request), {
      method: request.method,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      headers: {
        ...(access.token !== null && { Authorization: access.token }),
        ...(request.body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      ...(request.signal && { signal: request.signal }),
    });
    return {
      status: response.status,
      body: await response.text(),
      throttleCode: response.headers.get('x-ratelimit-code'),
      retryAfterSeconds: readSeconds(response.headers.get('retry-after')),
    };
  } catch (error) {
    if (request.signal?.aborted) throw request.signal.reason;
    throw new AppError('network', error instanceof Error ? { detail: error.message } : {});
  }
}

function urlOf(baseUrl: string, { path, query = {} }: ApiRequest): string {
  const parameters = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => (value === '' ? key : `${key}=${encodeURIComponent(String(value))}`));
  return `${baseUrl}${path}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`;
}

function readSeconds(header: string | null): number | null {
  const seconds = header === null ? Number.NaN : Number.parseInt(header, 10);
  return Number.isNaN(seconds) ? null : Math.max(seconds, 1);
}
