import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';

import type { ApiDeps, ApiEnv } from './context.ts';
import { notLoggedIn, notPermitted } from './failure.ts';
import { expiredSession } from './faults.ts';

/** Finds out whose request this is: raw `Authorization`, or the session cookie (recorded). */
export function identify({ sessions }: ApiDeps) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const token = c.req.header('authorization') ?? getCookie(c, 'HBFAPI_SESSID');
    const session = token ? sessions.find(token) : null;
    c.set('session', session);
    await next();
    if (session) setSessionCookie(c.res.headers, session.token);
  });
}

/** Sets the cookie as recorded: URL-encoded, for the whole path, and with no other attribute. */
export function setSessionCookie(headers: Headers, token: string): void {
  headers.set('Set-Cookie', `HBFAPI_SESSID=${encodeURIComponent(token)}; Path=/`);
}

/** Holds one of the user's fifteen places while the request is worked on. */
export function limitConcurrency({ meter }: ApiDeps) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const session = c.get('session');
    const leave = session ? meter.enter(session.userId) : () => {};
    try {
      await next();
    } finally {
      leave();
    }
  });
}

/** Lets nobody through without a living token; counts the call; keeps read-only users reading. */
export function requireSession({ meter }: ApiDeps) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const session = c.get('session');
    if (!session) throw notLoggedIn();
    if (session.killed !== null) throw expiredSession(session.killed);
    meter.countCall(session.userId, c.req.method);
    if (session.readOnly && c.req.method !== 'GET') {
      const service = c.req.path.split('/')[1] ?? '';
      throw notPermitted('User is read only', { service, method: c.req.method });
    }
    await next();
  });
}
