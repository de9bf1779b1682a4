import { setTimeout as sleep } from 'node:timers/promises';

import { createMiddleware } from 'hono/factory';

import type { ApiFault } from '../faults/schema.ts';
import { dropConnection } from '../server/site.ts';
import type { ApiDeps, ApiEnv } from './context.ts';
import { ApiFailure, notLoggedIn, rateExceeded } from './failure.ts';
import { throttleHeaders } from './limits.ts';

/** Lets the faults that are switched on hit the API's requests. */
export function apiFaults({ faults, sessions }: ApiDeps) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const session = c.get('session');
    const hasSession = session !== null && session.killed === null;
    const fault = faults.takeApi({ path: c.req.path, method: c.req.method, hasSession });
    if (fault?.kind === 'slow') await sleep(fault.ms, undefined, { ref: false });
    if (fault?.kind === 'expired' && session) {
      sessions.kill(session.token, fault.variant);
      throw expiredSession(fault.variant);
    }
    if (fault?.kind === '429') {
      const headers = throttleHeaders(fault.retryAfter, session?.userId ?? 0, 120);
      throw rateExceeded({ status: 429, headers });
    }
    if (fault?.kind === '503') throw unavailable(fault);
    if (fault?.kind === 'answer') return answerAs(fault);
    if (fault?.kind !== 'drop' && fault?.kind !== 'malformed') return next();
    if (fault.afterWork) await next();
    if (fault.kind === 'drop') return dropConnection(c.env);
    // Once the work is done there is an answer already: only this takes its place.
    c.res = new Response('{"response":{"status":"OK","count":1,', {
      headers: { 'Content-Type': 'application/json' },
    });
  });
}

function answerAs({ status, headers, response }: Extract<ApiFault, { kind: 'answer' }>): Response {
  return Response.json({ response }, { status, headers });
}

/** The three ways in which a dead token has been seen to be reported. */
export function expiredSession(variant: string): ApiFailure {
  if (variant === 'syntax-200') {
    return new ApiFailure({ error_id: 'SYNTAX', error: 'Authentication failed - not logged in' });
  }
  const { fields } = notLoggedIn();
  return new ApiFailure({ ...fields, status: variant === 'noauth-401' ? 401 : 200 });
}

// `x-ratelimit-code` is what tells a throttling 503 from an outage (documented).
function unavailable(fault: Extract<ApiFault, { kind: '503' }>): ApiFailure {
  return new ApiFailure({
    error_id: 'SYSTEM',
    error: 'Service unavailable',
    error_code: 'SERVICE_UNAVAILABLE',
    status: 503,
    headers: {
      'retry-after': String(fault.retryAfter),
      ...(fault.throttling && { 'x-ratelimit-code': '503' }),
    },
  });
}
