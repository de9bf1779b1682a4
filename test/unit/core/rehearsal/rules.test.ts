import { describe, expect, it } from 'vitest';

import { isPixelUrl } from '@/lib/core/pixel/pixel-url';
import { tokenIn } from '@/lib/core/rehearsal/answer';
import { CANARY } from '@/lib/core/rehearsal/canary';
import { REQUEST_TYPES, rehearsalRules } from '@/lib/core/rehearsal/rules';

import { ledBy, ORIGIN } from '../../../support/rule-browser';

const TOKEN = '11111111-2222-4333-8444-555555555555';
const RUN = 'aaaaaaaa-2222-4333-8444-555555555555';
const TAB = 7;
const lease = { slot: 0, tabId: TAB, token: TOKEN, run: RUN };
const RULES = rehearsalRules(lease, ORIGIN, ['other.example']);
const PX = 'https://ib.adnxs.com/imptr?id=1&t=2&cachebuster=3';
const GIF = `${ORIGIN}rehearsal/pixel.gif?${RUN}`;

const led = (url: string, more: Partial<Parameters<typeof ledBy>[1]> = {}) =>
  ledBy(RULES, { url, type: 'image', tabId: TAB, ...more });

describe('the rules of a rehearsal', () => {
  it('lead a tracker through a hop with the token to a file that does not carry it', () => {
    const [, hop = '', ...end] = led(PX);
    expect(hop).toBe(`https://ib.adnxs.com/piggyback-rehearsal/${TOKEN}/pixel.gif`);
    expect(tokenIn(hop)).toBe(TOKEN);
    expect(isPixelUrl(hop), 'were it sent, it is no tracker').toBe(false);
    expect(end).toEqual([GIF]);
  });

  it('answer a script with a script', () => {
    expect(led(PX, { type: 'script' }).at(-1)).toBe(`${ORIGIN}rehearsal/empty.js?${RUN}`);
  });

  it.each(REQUEST_TYPES)('answer whatever asks: %s', (type) => {
    expect(led(PX, { type }).at(-1)).toMatch(/^chrome-extension:/);
  });

  it.each([
    PX,
    'https://secure.adnxs.com/imptr?id=1',
    'http://ib.adnxs.com/imptr?id=1',
    'https://ib.adnxs.com./imptr?id=1',
    'https://ib.adnxs.com:443/imptr?id=1',
    'https://nym1-ib.adnxs.com/imptr?id=1',
    'https://user:pass@ib.adnxs.com/imptr?id=1',
    'https://ib.adnxs.com/imptr',
    'https://ib.adnxs.com/imptr/?id=1',
    'https://ib.adnxs.com/IMPTR?id=1',
    'https://ib.adnxs.com/imptr&id=1',
    'https://ib.adnxs.com/a/b/imptr?id=1&redir=https://px.example/a?b=c',
    'https://ib.adnxs.com/imptr?id=1#part',
    CANARY,
  ])('catch %s', (url) => {
    expect(isPixelUrl(url), 'the reader knows it as a tracker’s').toBe(true);
    expect(led(url).at(-1)).toBe(GIF);
  });

  it.each([
    'https://ib.adnxs.com/getuid?https://px.example/imptr?id=1',
    'https://ib.adnxs.com/imptrs?id=1',
    'https://ib.adnxs.com/px?id=1',
    'https://ib.adnxs.com/bounce?/imptr?id=1',
    'https://ads.example/imptr?id=1',
    'https://notadnxs.com/imptr?id=1',
    'https://ib.adnxs.com.example/imptr?id=1',
    `https://ib.adnxs.com/piggyback-rehearsal/${RUN}/pixel.gif`,
  ])('let through %s', (url) => expect(led(url)).toEqual([url]));

  it.each([
    ['the tab', { tabId: TAB, initiator: 'other.example' }, true],
    ['another tab', { tabId: 8, initiator: 'site.example' }, false],
    ['a worker of the page or of a frame in it', { tabId: -1, initiator: 'frame.example' }, true],
    ['a page that closes', { tabId: -1, initiator: 'site.example' }, true],
    ['a frame without an origin', { tabId: -1, initiator: '' }, true],
    ['a worker of a page in another tab', { tabId: -1, initiator: 'other.example' }, false],
    ['one of its sites', { tabId: -1, initiator: 'www.other.example' }, false],
  ])('of %s', (_, asked, isCaught) => expect(led(PX, asked).length > 1).toBe(isCaught));

  it('limit nothing where no other page is open', () => {
    const rules = rehearsalRules(lease, ORIGIN, []);
    expect(rules.every(({ condition }) => !('excludedInitiatorDomains' in condition))).toBe(true);
  });

  it('have numbers of their own in each tab', () => {
    const all = [0, 1, 2].flatMap((slot) => rehearsalRules({ ...lease, slot }, ORIGIN, []));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(Math.min(...all.map(({ id }) => id))).toBe(1);
  });
});
