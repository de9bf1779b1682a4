import { describe, expect, it } from 'vitest';

import { answerTo } from '@/cli/verify/sink/answer';

const IMPTR = 'https://ib.adnxs.com/imptr?id=531';

describe('the stand-in for the service', () => {
  it.each([
    ['an image', `${IMPTR}&t=2`, 200, 'image/gif'],
    ['without a type', IMPTR, 200, 'image/gif'],
    ['a script', `${IMPTR}&t=1`, 200, 'application/javascript'],
    ['on the other host', 'http://secure.adnxs.com/imptr?id=1&t=1', 200, 'application/javascript'],
    ['something else of the service', 'https://ib.adnxs.com/getuid?x', 404, undefined],
    ['no address', 'https://', 404, undefined],
  ])('answers %s', (_, url, status, type) => {
    const answer = answerTo(url);
    expect(answer.status).toBe(status);
    expect(answer.headers['Content-Type']).toBe(type);
    expect(answer.headers['Cache-Control']).toContain('no-store');
  });

  it.each([
    ['https://shop.example/x?a=1&b=2', 'https://shop.example/x?a=1&b=2'],
    ['https%3A%2F%2Fshop.example%2Fx', 'https://shop.example/x'],
    ['https://shop.example/a b', 'https://shop.example/a%20b'],
    ['https://shop.example/%0d%0aSet-Cookie:a', 'https://shop.example/%0d%0aSet-Cookie:a'],
  ])('leads on to %s', (redir, location) => {
    expect(answerTo(`${IMPTR}&redir=${redir}`)).toMatchObject({
      status: 302,
      headers: { Location: location },
    });
  });

  it.each(['javascript:alert(1)', 'shop.example', '//shop.example', '[REDIR]', '%'])(
    'leads nowhere but to an address of the web: %s',
    (redir) => expect(answerTo(`${IMPTR}&redir=${redir}`).status).toBe(200),
  );
});
