import { onTestFinished } from 'vitest';
import { z } from 'zod';

import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/index.ts';

const Body = z.object({ response: z.record(z.string(), z.unknown()) });
const Token = z.string().min(1);

export interface Call {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly method?: string;
}

/** A sandbox that closes with its test. */
export async function sandboxForTest(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** A raw request to the plain port. */
export function send(sandbox: Sandbox, path: string, call: Call = {}): Promise<Response> {
  const { token, body, headers, method = body === undefined ? 'GET' : 'POST' } = call;
  return fetch(sandbox.httpUrl + path, {
    method,
    redirect: 'manual',
    headers: { ...(token !== undefined && { authorization: token }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

/** A request to the API: HTTP status, headers and what stands under `response`. */
export async function call(sandbox: Sandbox, path: string, options: Call = {}) {
  const answer = await send(sandbox, path, options);
  const { response } = Body.parse(await answer.json());
  return { status: answer.status, headers: answer.headers, response };
}

/** Signs in and returns the token. */
export async function signIn(sandbox: Sandbox, username = 'trafficker'): Promise<string> {
  const { password } = sandbox.world.credentials;
  const { response } = await call(sandbox, '/auth', { body: { auth: { username, password } } });
  return Token.parse(response['token']);
}

/** A clock that stands still until it is set. */
export function stoppedClock(start: string) {
  let at = new Date(start);
  return {
    now: () => at,
    set: (time: string) => {
      at = new Date(time);
    },
    forward: (minutes: number) => {
      at = new Date(at.getTime() + minutes * 60_000);
    },
  };
}

/** The ids (or another field) of the objects under a payload key. */
export function column(payload: unknown, field = 'id'): unknown[] {
  return z
    .array(z.record(z.string(), z.unknown()))
    .parse(payload)
    .map((row) => row[field]);
}
