import { once } from 'node:events';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';

import { expect, test } from 'vitest';

import { ALL_HOSTS } from '../../sandbox/hosts.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { sandboxForTest, send } from './support.ts';

async function overTls(sandbox: Sandbox, host: string, path: string) {
  const asked = request({
    host: '127.0.0.1',
    port: sandbox.port,
    path,
    servername: host,
    headers: { host },
    rejectUnauthorized: false,
  });
  asked.end();
  const [answer] = await once(asked, 'response');
  return {
    status: answer.statusCode,
    type: answer.headers['content-type'],
    body: await text(answer),
  };
}

test.each([
  ['api.appnexus.com', '/member', 'application/json', 'NOAUTH'],
  ['ib.adnxs.com', '/imptr?id=90011&t=1', 'application/javascript; charset=utf-8', 'tracker 90011'],
  ['secure.adnxs.com', '/imptr?id=90011', 'image/gif', 'GIF89a'],
  ['admanager.google.com', '/', 'text/html; charset=UTF-8', 'speaks Google Ad Manager macros'],
  ['app.kevel.co', '/', 'text/html; charset=UTF-8', 'speaks Kevel macros'],
  ['demo-adserver.sandbox.test', '/', 'text/html; charset=UTF-8', 'Sandbox ad server'],
  ['news.sandbox.test', '/article', 'text/html; charset=UTF-8', 'Tidewater News'],
  ['ads.sandbox.test', '/serve?creative=101', 'text/html; charset=UTF-8', 'Harbour Coffee'],
  ['start.sandbox.test', '/', 'text/html; charset=UTF-8', 'Start here'],
  ['control.sandbox.test', '/pixels', 'application/json', '[]'],
  ['embed.sandbox.test', '/plain', 'text/html; charset=utf-8', '<imptr-tag-builder'],
])('https://%s%s', async (host, path, type, part) => {
  const answer = await overTls(await sandboxForTest(), host, path);
  expect(answer.status).toBe(200);
  expect(answer.type).toBe(type);
  expect(answer.body).toContain(part);
});

test('another host is misdirected', async () => {
  const sandbox = await sandboxForTest();
  expect((await overTls(sandbox, 'ib.adnxs.net', '/imptr?id=1')).status).toBe(421);
  expect(sandbox.pixelLog()).toEqual([]);
});

test('the host rules map every host and nothing else', async () => {
  const sandbox = await sandboxForTest();
  expect(sandbox.hostRules).toEqual([
    ...ALL_HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${sandbox.port}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
    'EXCLUDE localhost',
  ]);
});

test('on the plain port the address alone is the API, with the pixel beside it', async () => {
  const sandbox = await sandboxForTest();
  expect(await (await send(sandbox, '/member')).json()).toMatchObject({
    response: { error_id: 'NOAUTH' },
  });
  await send(sandbox, '/imptr?id=90011');
  expect(sandbox.pixelLog()).toMatchObject([{ trackerId: 90011, host: '127.0.0.1' }]);
});

test('requests are told of, without secrets', async () => {
  const lines: string[] = [];
  const sandbox = await sandboxForTest({ log: (line) => lines.push(line) });
  await send(sandbox, '/auth', { body: { auth: sandbox.world.credentials } });
  expect(lines).toEqual([`POST ${new URL(sandbox.httpUrl).host}/auth 200`]);
});
