import { type Context, Hono } from 'hono';

import { memberService, userService } from './account-services.ts';
import { signIn } from './auth.ts';
import type { ApiDeps, ApiEnv } from './context.ts';
import { type Answer, failureBody, successBody } from './envelope.ts';
import { ApiFailure, notLoggedIn, syntaxError } from './failure.ts';
import { apiFaults } from './faults.ts';
import { identify, limitConcurrency, requireSession, setSessionCookie } from './guards.ts';
import {
  changeTracker,
  createTracker,
  deleteTracker,
  type WriteRequest,
} from './imptracker/write.ts';
import { readMeta } from './meta.ts';
import { signInByJwt } from './jwt.ts';
import { publicKeys } from './public-keys.ts';
import { apiQuirks } from './quirks.ts';
import { readObjects } from './read.ts';
import { addReports } from './report/routes.ts';
import type { Session } from './sessions.ts';
import { LIST_SERVICES } from './services.ts';

/** The Digital Platform API, as far as an impression tracker client needs it. */
export function createApi(deps: ApiDeps): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>({ getPath: servicePath });
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store, no-cache, must-revalidate');
    // Recorded: an object's `last_modified` is by the clock of this header.
    c.header('Date', deps.now().toUTCString());
  });
  // No Access-Control headers were ever seen, so a browser's preflight gets nothing to go by.
  app.options('*', (c) => c.body(null, 200, { Allow: 'GET, POST, PUT, DELETE' }));
  app.use(identify(deps), limitConcurrency(deps), apiQuirks(deps), apiFaults(deps));

  app.post('/auth', async (c) => {
    const token = signIn(deps, await c.req.text());
    const response = success(c, { fields: { token }, term: 'not_found' });
    setSessionCookie(response.headers, token);
    return response;
  });
  // Its version is cut off with the prefixes of all services.
  app.post('/auth/jwt', async (c) => {
    const type = c.req.header('content-type') ?? '';
    const token = signInByJwt(deps, await c.req.text(), type);
    const response = success(c, { fields: { token }, term: 'not_found' });
    setSessionCookie(response.headers, token);
    return response;
  });
  app.use(requireSession(deps));

  app.on(['GET', 'POST', 'PUT'], '/public-key', async (c) => {
    const { method } = c.req;
    const body = method === 'GET' ? '' : await c.req.text();
    const asked = { db: deps.db, session: sessionOf(c), method, params: paramsOf(c), body };
    return success(c, publicKeys(asked));
  });

  app.get('/user', (c) => {
    const session = sessionOf(c);
    const params = paramsOf(c);
    if (params.has('current')) params.set('id', String(session.userId));
    return success(c, readObjects(deps.db, userService, session.memberId, { params }));
  });
  app.get('/member', (c) => {
    const { memberId } = sessionOf(c);
    const params = paramsOf(c);
    if (!params.has('id')) params.set('id', String(memberId));
    return success(c, readObjects(deps.db, memberService, memberId, { params }));
  });
  for (const service of [userService, memberService, ...LIST_SERVICES]) {
    app.get(`/${service.name}/meta`, (c) => success(c, readMeta(service)));
  }
  for (const service of LIST_SERVICES) {
    app.get(`/${service.name}`, (c) => {
      const asked = { params: paramsOf(c), quirks: c.get('quirks') };
      return success(c, readObjects(deps.db, service, sessionOf(c).memberId, asked));
    });
  }
  const write = (handle: (request: WriteRequest) => Answer) => async (c: Context<ApiEnv>) => {
    const { memberId } = sessionOf(c);
    const body = await c.req.text();
    return success(
      c,
      handle({ db: deps.db, memberId, params: paramsOf(c), body, now: deps.now() }),
    );
  };
  app.post('/imptracker', write(createTracker));
  app.put('/imptracker', write(changeTracker));
  app.delete('/imptracker', write(deleteTracker));
  addReports(app, deps.reports, sessionOf);

  app.notFound((c) => fail(c, unknownService(c.req.path, c.req.method)));
  app.onError((error, c) => {
    if (error instanceof ApiFailure) return fail(c, error);
    throw error;
  });
  return app;
}

// While a breaking change is rolled out both versions have a prefix: `/current/` and `/v1.x/` (documented).
function servicePath(request: Request): string {
  return new URL(request.url).pathname.replace(/^\/(?:current|v\d+(?:\.\d+)*)(?=\/)/, '');
}

function paramsOf(c: Context<ApiEnv>): URLSearchParams {
  return new URL(c.req.url).searchParams;
}

function sessionOf(c: Context<ApiEnv>): Session {
  const session = c.get('session');
  if (!session) throw notLoggedIn();
  return session;
}

function success(c: Context<ApiEnv>, answer: Answer): Response {
  return c.json(successBody(answer));
}

function fail(c: Context<ApiEnv>, failure: ApiFailure): Response {
  const { status, headers } = failure.fields;
  return c.json(failureBody(failure), status ?? 200, { ...headers });
}

function unknownService(path: string, method: string): ApiFailure {
  const service = path.split('/')[1] ?? '';
  const isKnown = [userService, memberService, ...LIST_SERVICES].some(
    (one) => one.name === service,
  );
  // The real API writes to these too; a client of ours has no business to.
  if (isKnown)
    return syntaxError(`The sandbox does not imitate ${method} ${path}`, { service, method });
  return syntaxError('invalid service', { service, method });
}
