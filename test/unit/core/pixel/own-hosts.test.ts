import { describe, expect, it } from 'vitest';

import { ownHostsIn, readOwnHosts } from '@/lib/core/pixel/own-hosts';

describe('reads a list of hosts', () => {
  it.each([
    ['px.example.com', ['px.example.com']],
    ['PX.Example.COM', ['px.example.com']],
    ['  px.example.com  \r\n\r\npx2.example.com', ['px.example.com', 'px2.example.com']],
    ['px.example.com\npx.example.com.', ['px.example.com']],
    ['https://px.example.com/imptr?id=531&t=2#x', ['px.example.com']],
    ['//px.example.com/imptr', ['px.example.com']],
    ['http://px.example.com:8080/imptr', ['px.example.com']],
    ['xn--bcher-kva.example', ['xn--bcher-kva.example']],
    ['', []],
  ])('takes %j', (text, hosts) => expect(readOwnHosts(text)).toEqual({ hosts, refused: [] }));

  it.each([
    ['*.example.com', 'host-star'],
    ['px.example.*', 'host-star'],
    ['example', 'host-unreadable'],
    ['px example.com', 'host-unreadable'],
    ['bücher.example', 'host-unreadable'],
    ['ftp://px.example.com', 'host-unreadable'],
    ['me@px.example.com', 'host-unreadable'],
  ])('refuses %j', (text, problem) => {
    expect(readOwnHosts(`ok.example.com\n${text}`)).toEqual({
      hosts: ['ok.example.com'],
      refused: [{ line: 2, text, problem }],
    });
  });

  it('takes a hundred, and says of which line on it does not', () => {
    const many = Array.from({ length: 101 }, (_, index) => `px${index}.example.com`).join('\n');
    const { hosts, refused } = readOwnHosts(many);
    expect(hosts).toHaveLength(100);
    expect(refused).toEqual([{ line: 101, text: 'px100.example.com', problem: 'too-many-hosts' }]);
  });
});

it.each([
  [['px.example.com', 7, null, '*.x.example'], ['px.example.com']],
  ['px.example.com\nno host', ['px.example.com']],
  [undefined, []],
  [{ 0: 'px.example.com' }, []],
])('what was kept or set as %j counts as %j', (value, hosts) =>
  expect(ownHostsIn(value)).toEqual(hosts),
);
