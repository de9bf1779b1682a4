import { AppError } from '../core/base/errors';
import { type Envelope, type RawAnswer, readEnvelope } from './envelope';
import type { Pace } from './pace';
import { type Kind, LONGEST_WAIT_MS } from './pace-state';
import { stoppable } from './stoppable';
import { takeText } from './take-text';

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The service, with a leading slash: `/imptracker`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  /** A body that is sent as it is, as `text/plain`, in the place of `body`. */
  readonly text?: string;
  readonly signal?: AbortSignal;
  /** Is given a file that is asked for, piece by piece; the next one comes once it is done. It fails with `AppError`s only. */
  readonly take?: (piece: string) => Promise<void>;
  /** A read that nobody waits for just now, such as the later pages of a long list. */
  readonly bulk?: boolean;
  /** A sign-in that nobody asked for just now. */
  readonly silent?: boolean;
}

/** Acts after so many milliseconds, unless what it returns is called before. */
export type Timer = (ms: number, act: () => void) => () => void;

export interface ApiDeps {
  readonly fetch: typeof fetch;
  readonly timer: Timer;
  /** The pace of each account. */
  readonly pace: (account: string) => Pace;
  /** Told the time by the service's clock at each answer that says it, in milliseconds since 1970. */
  readonly onServedAt?: (baseUrl: string, servedAt: number) => void;
}

export interface ApiAccess {
  /** The API's address without a trailing slash. */
  readonly baseUrl: string;
  /** Sent as it is in `Authorization`, without `Bearer` (authentication service). */
  readonly token: string | null;
  /** Whose pace the requests keep; the service counts by user. */
  readonly account?: string;
}

/** What a service answered, and when it did so by its own clock, in milliseconds since 1970. */
export type Answer = Envelope & { readonly servedAt?: number | null };

export type ApiClient = (request: ApiRequest) => Promise<Answer>;

/**
 * How long a request may go without an answer. A browser stops a worker whose request takes half a
 * minute, and then nobody would hear of it.
 */
const TIME_LIMIT_MS = 25_000;
/** By password, and by a key (api.md 1.1, 1.5). */
const SIGN_IN_PATHS: readonly string[] = ['/auth', '/v2/auth/jwt'];
/** How long to wait where the service wants that, but not how long, in seconds. */
const UNTOLD_WAIT_SECONDS = 10;

/**
 * A client of the Digital Platform API. It obeys `Retry-After` and throws `AppError`s only; tokens
 * and bodies never reach an error. Cookies are neither sent nor kept, so that a person's own
 * console session cannot ride along.
 */
export function createApiClient(deps: ApiDeps, access: ApiAccess): ApiClient {
  const pace = deps.pace(access.account ?? access.baseUrl);
  return async (request) => {
    for (;;) {
      const ask = () => send(deps, access, request);
      const answer = await pace.run(kindOf(request), ask, request.signal);
      if (answer.servedAt !== null) deps.onServedAt?.(access.baseUrl, answer.servedAt);
      try {
        const envelope = answer.isFile ? { status: 'OK' } : readEnvelope(answer);
        pace.served();
        if (isSignIn(request)) pace.signedIn();
        return { ...envelope, servedAt: answer.servedAt };
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'rate-limited') {
          pace.served();
          throw error;
        }
        const wait = error.retryAfterSeconds ?? UNTOLD_WAIT_SECONDS;
        if (isSignIn(request) && !isShort(error)) throw error;
        if (!pace.hold(wait)) throw error;
      }
    }
  };
}

function isSignIn({ path }: ApiRequest): boolean {
  return SIGN_IN_PATHS.includes(path);
}

// Sign-ins are counted over minutes, apart from all else: nobody is kept before the password for a
// guess, nor anything else held back for that long.
function isShort({ retryAfterSeconds }: AppError): boolean {
  return retryAfterSeconds !== null && retryAfterSeconds * 1000 <= LONGEST_WAIT_MS;
}

function kindOf(request: ApiRequest): Kind {
  const { method, bulk = false, silent = false } = request;
  if (isSignIn(request)) return silent ? 'renewal' : 'sign-in';
  if (method !== 'GET') return 'write';
  return bulk ? 'bulk' : 'read';
}

/** An answer, or why there is none: nobody waits for one longer than it may take. */
async function send(deps: ApiDeps, access: ApiAccess, request: ApiRequest): Promise<RawAnswer> {
  request.signal?.throwIfAborted();
  const limit = new AbortController();
  const late = new AppError('network', { detail: `no answer in ${TIME_LIMIT_MS / 1000} seconds` });
  const wait = () => deps.timer(TIME_LIMIT_MS, () => limit.abort(late));
  let inTime = wait();
  // What comes in pieces may take as long as it likes, if only it comes.
  const hear = () => {
    inTime();
    inTime = wait();
  };
  const stop = () => limit.abort(request.signal?.reason);
  request.signal?.addEventListener('abort', stop);
  try {
    return await stoppable(
      exchange(deps, access, request, { signal: limit.signal, hear }),
      limit.signal,
    );
  } finally {
    inTime();
    request.signal?.removeEventListener('abort', stop);
  }
}

async function exchange(
  deps: ApiDeps,
  access: ApiAccess,
  request: ApiRequest,
  { signal, hear }: { readonly signal: AbortSignal; readonly hear: () => void },
): Promise<RawAnswer> {
  try {
    const response = await deps.fetch(urlOf(access.baseUrl, request), {
      method: request.method,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      headers: {
        ...(access.token !== null && { Authorization: access.token }),
        ...(request.body !== undefined && { 'Content-Type': 'application/json' }),
        ...(request.text !== undefined && { 'Content-Type': 'text/plain' }),
      },
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      ...(request.text !== undefined && { body: request.text }),
      signal,
    });
    const { take } = request;
    const body = take ? await takeText(response, take, hear) : await response.text();
    return {
      status: response.status,
      body: body ?? '',
      isFile: body === null,
      throttleCode: response.headers.get('x-ratelimit-code'),
      retryAfterSeconds: readSeconds(response.headers.get('retry-after')),
      servedAt: readDate(response.headers.get('date')),
    };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof AppError) throw error;
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

// The service stamps its objects by the same clock (api.md 2.6).
function readDate(header: string | null): number | null {
  const at = header === null ? Number.NaN : Date.parse(header);
  return Number.isNaN(at) ? null : at;
}
