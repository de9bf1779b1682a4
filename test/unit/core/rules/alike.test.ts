import { describe, expect, it } from 'vitest';

import { checkText } from '@/lib/core/judge/check-text';
import { readHarEntry } from '@/lib/core/recording/har-entry';
import { joinObservations } from '@/lib/core/recording/join-observations';
import { checkRequests } from '@/lib/core/verification/checking';

import { ANYWHERE } from './places';
import { known } from '../verification/build';

const GOOD = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=8261';

/** What is wrong in a tag and can be fired is met on the wire too, and is as grave there. */
const TABLE: readonly [what: string, url: string, code: string, severity: string][] = [
  ['a path in capitals', GOOD.replace('/imptr', '/IMPTR'), 'address-other', 'error'],
  ['a slash behind the path', GOOD.replace('/imptr', '/imptr/'), 'address-other', 'error'],
  ['& where ? belongs', GOOD.replace('?', '&'), 'address-other', 'error'],
  ['the id 0', GOOD.replace('531', '0'), 'tracker-id-bad', 'error'],
  ['an id that is too long', GOOD.replace('531', '1'.repeat(16)), 'tracker-id-bad', 'error'],
  ['no id', GOOD.replace('id=531&', ''), 'tracker-id-bad', 'error'],
  ['http', GOOD.replace('https', 'http'), 'not-https', 'error'],
  ['another host', GOOD.replace('ib.adnxs.com', 'px.example'), 'host-unexpected', 'warning'],
  ['no type', GOOD.replace('t=2&', ''), 'type-missing', 'warning'],
  ['a type that does not exist', GOOD.replace('t=2', 't=3'), 'type-bad', 'error'],
  ['the type of a script', GOOD.replace('t=2', 't=1'), 'type-mismatch', 'error'],
  ['no cachebuster', GOOD.replace('&cachebuster=8261', ''), 'cachebuster-missing', 'warning'],
  ['a cost with a currency', `${GOOD}&ancost=$0.25`, 'cost-not-a-number', 'error'],
];

describe('the same address says the same', () => {
  it.each(TABLE)('%s, in a tag: %s', (_, url, code, severity) => {
    const { tags, findings } = checkText(`<img src="${url}">`, ANYWHERE);
    expect(tags).toHaveLength(1);
    expect(findings).toContainEqual(expect.objectContaining({ code, severity }));
  });

  it.each(TABLE)('%s, in a cell: %s', (_, url, code, severity) => {
    // Nobody can know what loads a bare URL.
    const field = checkText(url, { ...ANYWHERE, field: 'url' });
    expect(field.tags).toHaveLength(1);
    const said = code === 'type-mismatch' ? [] : [expect.objectContaining({ code, severity })];
    expect(field.findings).toEqual(expect.arrayContaining(said));
  });

  it.each(TABLE)('%s, on the wire: %s', (_, url, code, severity) => {
    const told = readHarEntry({
      startedDateTime: '2026-11-26T15:00:00.000Z',
      time: 12,
      request: { url, method: 'GET', headers: [] },
      response: { status: 200 },
      _resourceType: 'image',
    });
    const seen = { source: 'har-log', requestId: '1', tabId: null } as const;
    const requests = joinObservations(told ? [{ ...seen, ...told }] : []);
    expect(requests.map((request) => request.url.raw)).toEqual([url]);
    const [checked] = checkRequests(requests, [], known()).rows;
    expect(checked?.findings).toContainEqual(expect.objectContaining({ code, severity }));
  });
});
