import { createSign, generateKeyPairSync } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { call, sandboxForTest, signIn, stoppedClock } from './support.ts';

const mine = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = (key: typeof mine.publicKey) => String(key.export({ type: 'spki', format: 'pem' }));
const USER = 51007;
const START = '2026-11-20T10:00:00Z';
const NOW = Date.parse(START) / 1000;

interface Jwt {
  readonly head?: object;
  readonly claims?: object;
  readonly key?: typeof mine.privateKey;
}

function jwtOf({ head = {}, claims = {}, key = mine.privateKey }: Jwt = {}): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'RS256', typ: 'JWT', kid: 'k', ...head })}.${part({ sub: 'trafficker', iat: NOW, ...claims })}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`;
}

/** A service at which the trafficker has registered one key. */
async function withKey() {
  const clock = stoppedClock(START);
  const sandbox = await sandboxForTest({ now: clock.now });
  const token = await signIn(sandbox);
  const register = (name: string, part: object = {}) =>
    call(sandbox, `/public-key?user_id=${USER}`, {
      token,
      body: {
        'public-key': {
          active: true,
          name,
          user_id: USER,
          encoded_value: pem(mine.publicKey),
          ...part,
        },
      },
    });
  await register('k');
  const enter = (body: string, type = 'text/plain') =>
    call(sandbox, '/v2/auth/jwt', { body, headers: { 'content-type': type } });
  return { sandbox, token, register, enter };
}

describe('a JWT', () => {
  it('that is good gives a token of its own form', async () => {
    const { sandbox, enter } = await withKey();
    const { response } = await enter(jwtOf());
    const token = String(response['token']);
    expect(token).toMatch(/^authn:51007:[0-9a-f]{13}:nym2$/);
    const { response: who } = await call(sandbox, '/user?current', { token });
    expect(who).toMatchObject({ user: { username: 'trafficker' } });
  });

  it.each<[string, Jwt, string]>([
    ['signed by another key', { key: other.privateKey }, 'NOAUTH'],
    ['of another key’s name', { head: { kid: 'x' } }, 'NOAUTH'],
    ['of a user without that key', { claims: { sub: 'read.only' } }, 'NOAUTH'],
    ['of nobody', { claims: { sub: 'nobody' } }, 'NOAUTH'],
    ['without a signature worth the name', { head: { alg: 'none' } }, 'NOAUTH'],
    ['by the public key as a password', { head: { alg: 'HS256' } }, 'NOAUTH'],
    ['that is over', { claims: { exp: NOW - 1 } }, 'NOAUTH'],
    ['of a clock that is behind', { claims: { iat: NOW - 400 } }, 'NOAUTH'],
    ['of a clock that is ahead', { claims: { iat: NOW + 400 } }, 'NOAUTH'],
    ['without a moment', { claims: { iat: undefined } }, 'SYNTAX'],
  ])('%s is refused', async (_, jwt, errorId) => {
    const { enter } = await withKey();
    expect((await enter(jwtOf(jwt))).response).toMatchObject({ error_id: errorId });
  });

  it.each(['', 'a.b', 'a.b.c', `${jwtOf()}.d`])('is none: %s', async (text) => {
    const { enter } = await withKey();
    expect((await enter(text)).response).toMatchObject({ error_id: 'SYNTAX' });
  });

  it('comes as plain text', async () => {
    const { enter } = await withKey();
    const { response } = await enter(jwtOf(), 'application/json');
    expect(response).toMatchObject({ error_id: 'SYNTAX' });
  });

  it('is counted among the sign-ins', async () => {
    const { enter } = await withKey();
    for (let times = 1; times < 10; times += 1) await enter(jwtOf());
    expect((await enter(jwtOf())).response).toMatchObject({ error_code: 'RATE_EXCEEDED' });
  });
});

describe('keys', () => {
  it('are listed, and taken no more once they are not active', async () => {
    const { sandbox, token, enter } = await withKey();
    const at = `/public-key?user_id=${USER}`;
    const { response } = await call(sandbox, at, { token });
    expect(response).toMatchObject({
      count: 1,
      'public-keys': [{ id: 1, name: 'k', active: true }],
    });
    const body = { 'public-key': { active: false } };
    await call(sandbox, `${at}&key_id=1`, { token, method: 'PUT', body });
    expect((await enter(jwtOf())).response).toMatchObject({ error_id: 'NOAUTH' });
  });

  it.each<[string, object, string]>([
    ['of the same name', { name: 'k' }, 'SYNTAX'],
    ['of somebody else', { user_id: 51009 }, 'SYNTAX'],
    ['that are none', { encoded_value: 'ssh-rsa AAAA' }, 'SYNTAX'],
  ])('%s are refused', async (_, part, errorId) => {
    const { register } = await withKey();
    expect((await register('new', part)).response).toMatchObject({ error_id: errorId });
  });

  it('are three at most', async () => {
    const { register } = await withKey();
    await register('b');
    await register('c');
    expect((await register('d')).response).toMatchObject({ error_id: 'LIMIT' });
  });
});
