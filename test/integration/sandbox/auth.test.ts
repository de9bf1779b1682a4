import { expect, test } from 'vitest';

import { call, sandboxForTest, send, signIn, stoppedClock } from './support.ts';

const PASSWORD = 'Piggyback#2026';

test('a good password gives a token, a cookie and nothing for CORS', async () => {
  const sandbox = await sandboxForTest();
  const auth = { username: 'trafficker', password: PASSWORD };
  const { response, headers } = await call(sandbox, '/auth', { body: { auth } });
  expect(response).toMatchObject({ status: 'OK', dbg_info: { output_term: 'not_found' } });
  const token = String(response['token']);
  expect(token).toMatch(/^hbapi:51007:[0-9a-f]{13}:nym2$/);
  expect(headers.get('set-cookie')).toBe(`HBFAPI_SESSID=${encodeURIComponent(token)}; Path=/`);
  expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test.each([
  ['trafficker', 'wrong', 'NOAUTH', 'No match found for user/pass'],
  ['nobody', PASSWORD, 'NOAUTH', 'No match found for user/pass'],
  ['disabled.user', PASSWORD, 'NOAUTH_DISABLED', 'User account is deactivated'],
  ['disabled.user', 'wrong', 'NOAUTH', 'No match found for user/pass'],
  ['ui.only', PASSWORD, 'UNAUTH', 'User does not have permission to log in to the API'],
])('%s with %s is refused: %s', async (username, password, errorId, error) => {
  const sandbox = await sandboxForTest();
  const answer = await call(sandbox, '/auth', { body: { auth: { username, password } } });
  expect(answer.status).toBe(200);
  expect(answer.response).toMatchObject({ error_id: errorId, error });
  expect(answer.response).not.toHaveProperty('status');
});

test.each([['{'], ['[]'], ['{"auth":{"username":"trafficker"}}']])(
  'a sign-in body %s is a SYNTAX error',
  async (body) => {
    const sandbox = await sandboxForTest();
    const { response } = await call(sandbox, '/auth', { body });
    expect(response).toMatchObject({ error_id: 'SYNTAX', service: 'auth' });
  },
);

test('the token counts raw in Authorization or in the cookie, not as a Bearer', async () => {
  const sandbox = await sandboxForTest();
  const token = await signIn(sandbox);
  const cookie = `HBFAPI_SESSID=${encodeURIComponent(token)}`;
  const path = '/user?current=1';
  const byHeader = await call(sandbox, path, { token });
  const byCookie = await call(sandbox, path, { headers: { cookie } });
  const byBearer = await call(sandbox, path, { token: `Bearer ${token}` });
  expect(byHeader.response).toMatchObject({ user: { username: 'trafficker', entity_id: 4321 } });
  expect(byCookie.response).toMatchObject({ user: { username: 'trafficker' } });
  expect(byBearer.response).toMatchObject({ error_id: 'NOAUTH' });
});

test.each(['/member', '/imptracker?id=582', '/imptracker/meta', '/nonsense'])(
  'without a token %s is NOAUTH',
  async (path) => {
    const sandbox = await sandboxForTest();
    const answer = await call(sandbox, path);
    expect(answer.status).toBe(200);
    expect(answer.response).toMatchObject({ error_id: 'NOAUTH' });
  },
);

test('a token lives two hours from its last use', async () => {
  const clock = stoppedClock('2026-03-02T08:00:00Z');
  const sandbox = await sandboxForTest({ now: clock.now });
  const token = await signIn(sandbox);
  clock.forward(119);
  expect((await call(sandbox, '/member', { token })).response['status']).toBe('OK');
  clock.forward(119);
  expect((await call(sandbox, '/member', { token })).response['status']).toBe('OK');
  clock.forward(120);
  expect((await call(sandbox, '/member', { token })).response['error_id']).toBe('NOAUTH');
});

test('a token dies after 24 hours however busy', async () => {
  const clock = stoppedClock('2026-03-02T08:00:00Z');
  const sandbox = await sandboxForTest({ now: clock.now });
  const token = await signIn(sandbox);
  for (let hour = 1; hour < 24; hour += 1) {
    clock.forward(60);
    expect((await call(sandbox, '/member', { token })).response['status']).toBe('OK');
  }
  clock.forward(60);
  expect((await call(sandbox, '/member', { token })).response['error_id']).toBe('NOAUTH');
});

test('the eleventh sign-in within five minutes is refused, a later one is not', async () => {
  const clock = stoppedClock('2026-03-02T08:00:00Z');
  const sandbox = await sandboxForTest({ now: clock.now });
  for (let nth = 0; nth < 10; nth += 1) await signIn(sandbox);
  const body = { auth: sandbox.world.credentials };
  const refused = await call(sandbox, '/auth', { body });
  expect(refused.response).toMatchObject({ error_id: 'SYSTEM', error_code: 'RATE_EXCEEDED' });
  clock.forward(6);
  expect((await call(sandbox, '/auth', { body })).response['status']).toBe('OK');
});

test('a preflight is answered plainly', async () => {
  const sandbox = await sandboxForTest();
  const headers = { origin: 'https://a.example', 'access-control-request-method': 'PUT' };
  const answer = await send(sandbox, '/imptracker', { method: 'OPTIONS', headers });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});
