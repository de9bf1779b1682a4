import { createPublicKey, createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { signJwt } from '@/lib/app/account/jwt';
import { makeKey, takeKey } from '@/lib/app/account/take-key';
import { MAX_KEY_CHARS } from '@/lib/core/base/limits';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 });

type Form = 'pkcs1' | 'pkcs8';
const pem = (key: KeyObject, type: Form = 'pkcs8') => String(key.export({ type, format: 'pem' }));
const locked = (type: Form) =>
  String(
    rsa.privateKey.export({ type, format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' }),
  );
const sec1 = String(curve.privateKey.export({ type: 'sec1', format: 'pem' }));
const publicPem = String(rsa.publicKey.export({ type: 'spki', format: 'pem' }));
const GOOD = pem(rsa.privateKey);
const half = (text: string) => text.slice(0, text.length / 2);
const changed = GOOD.replace(/\n(.)/, (_, letter: string) => `\n${letter === 'A' ? 'B' : 'A'}`);
const SSH =
  '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjE=\n-----END OPENSSH PRIVATE KEY-----';
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

describe('a private key is taken', () => {
  it.each([
    ['PKCS#8', GOOD],
    ['PKCS#1', pem(rsa.privateKey, 'pkcs1')],
    ['with the line ends of Windows', GOOD.replaceAll('\n', '\r\n')],
    ['in one line', GOOD.replace(/\n(?!-)/g, '').replace('KEY-----', 'KEY-----\n')],
    ['with a certificate and its public key beside it', `${CERTIFICATE}${GOOD}${publicPem}`],
    ['with words around it', `My key:\n\n${GOOD}\nKeep it safe.`],
  ])('%s', async (_, text) => {
    const taken = await takeKey(text);
    if (taken.kind === 'refused') return expect.fail(taken.problem);
    expect(taken.bits).toBe(2048);
    expect(taken.publicKey).toBe(publicPem);
    const jwt = await signJwt(taken.key, { username: 'me', keyName: 'key', issuedAt: 1_500 });
    expect(isSignedBy(jwt, taken.publicKey)).toBe(true);
  });
});

describe('what is no such key is refused, each for its reason', () => {
  it.each([
    ['nothing', '', 'no-key'],
    ['words', 'hello', 'no-key'],
    ['a password-protected key, PKCS#8', locked('pkcs8'), 'encrypted'],
    ['a password-protected key, PKCS#1', locked('pkcs1'), 'encrypted'],
    ['the public key', publicPem, 'public'],
    ['a certificate', CERTIFICATE, 'certificate'],
    ['a key of OpenSSH', SSH, 'ssh-format'],
    ['a public key of OpenSSH', 'ssh-rsa AAAAB3NzaC1yc2E me@here', 'ssh-format'],
    ['a key of PuTTY', 'PuTTY-User-Key-File-3: ssh-rsa\n', 'ssh-format'],
    ['a key of a curve', pem(curve.privateKey), 'not-rsa'],
    ['the same in its own form', sec1, 'not-rsa'],
    ['an RSA key for PSS alone', pem(pss.privateKey), 'not-rsa'],
    ['1024 bits', pem(weak.privateKey), 'weak'],
    ['two keys', GOOD + pem(weak.privateKey), 'several'],
    ['half a key', half(GOOD), 'broken'],
    ['a key with a letter changed at its head', changed, 'broken'],
    ['letters that are none of base64', GOOD.replace(/\n.{4}/, '\n****'), 'broken'],
    ['a key under the other name', GOOD.replaceAll('PRIVATE', 'RSA PRIVATE'), 'broken'],
    ['a file without end', 'x'.repeat(MAX_KEY_CHARS + 1), 'too-long'],
    ['a key in a file without end', GOOD + ' '.repeat(MAX_KEY_CHARS), 'too-long'],
  ])('%s', async (_, text, problem) => {
    expect(await takeKey(text)).toEqual({ kind: 'refused', problem });
  });

  it('and so is whatever comes of cutting a good one anywhere', async () => {
    const body = GOOD.split('\n').slice(1, -2).join('');
    for (let at = 0; at < body.length - 2; at += 97) {
      const cut = `-----BEGIN PRIVATE KEY-----\n${body.slice(0, at)}\n-----END PRIVATE KEY-----`;
      expect((await takeKey(cut)).kind).toBe('refused');
    }
  });
});

describe('nobody gets a key out again', () => {
  it.each([
    ['that was read', async () => takeKey(GOOD)],
    ['that was made here', makeKey],
  ])('%s', async (_, make) => {
    const taken = await make();
    if (taken.kind === 'refused') return expect.fail(taken.problem);
    const { key } = taken;
    expect([key.extractable, key.usages]).toEqual([false, ['sign']]);
    for (const form of ['pkcs8', 'jwk'] as const) {
      await expect(crypto.subtle.exportKey(form, key)).rejects.toThrow(/extractable/i);
    }
    const wrapping = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, [
      'wrapKey',
    ]);
    const iv = new Uint8Array(12);
    await expect(
      crypto.subtle.wrapKey('pkcs8', key, wrapping, { name: 'AES-GCM', iv }),
    ).rejects.toThrow(/extractable/i);
    expect(JSON.stringify(key)).toBe('{}');
    expect(structuredClone(key).extractable).toBe(false);
    expect(createPublicKey(taken.publicKey).asymmetricKeyDetails).toMatchObject({
      modulusLength: 2048,
      publicExponent: 65_537n,
    });
  });
});

it('a JWT names who signs with which key and when, whatever letters a name has', async () => {
  const { key, publicKey } = await makeKey();
  const claims = { username: 'Lucía “x”', keyName: 'schlüssel', issuedAt: 1_700_000_000_999 };
  const jwt = await signJwt(key, claims);
  expect(jwt).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  const [head = '', body = ''] = jwt.split('.');
  const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
  expect(read(head)).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'schlüssel' });
  expect(read(body)).toEqual({ sub: 'Lucía “x”', iat: 1_700_000_000 });
  expect(isSignedBy(jwt, publicKey)).toBe(true);
  expect(isSignedBy(jwt, publicPem)).toBe(false);
});

function isSignedBy(jwt: string, key: string): boolean {
  const [head, body, signature = ''] = jwt.split('.');
  const verify = createVerify('RSA-SHA256').update(`${head}.${body}`);
  return verify.verify(key, Buffer.from(signature, 'base64url'));
}
