import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { macrosOf } from '@/lib/core/ad-server/macros';
import { fillMacros } from '@/lib/core/trial/fill';
import { filledSpans } from '@/lib/core/trial/filled-spans';

const SERVING = { now: 1_790_000_000_000, cachebuster: '4711' };
const fill = (text: string, id: string | null) =>
  fillMacros(text, adServerById(id, AD_SERVERS), AD_SERVERS, SERVING);

describe('the macros of an ad server are filled in', () => {
  it.each<[string, string, string, string]>([
    ['a cachebuster', 'gam', 'x?c=%%CACHEBUSTER%%&d=1', 'x?c=4711&d=1'],
    ['several', 'dv360', '${CACHEBUSTER} ${CACHEBUSTER}', '4711 4711'],
    ['one without an end of its own', 'cm360', 'x?c=%n', 'x?c=4711'],
    ['and no word that begins with it', 'cm360', 'x?c=%nike%20', 'x?c=%nike%20'],
    ['a click address, plain', 'gam', '%%CLICK_URL_UNESC%%', 'https://click.example/?to='],
    [
      'a click address, encoded',
      'gam',
      '%%CLICK_URL_ESC%%',
      'https%3A%2F%2Fclick.example%2F%3Fto%3D',
    ],
    ['an id', 'cm360', 'p=%epid!', 'p=1001'],
    ['consent, not asked for', 'dv360', 'g=${GDPR}&s=${GDPR_CONSENT_32}', 'g=0&s='],
    ['in any case, where the ad server reads any', 'sizmek', '[%RANDOM%]', '4711'],
    ['in its own case alone, elsewhere', 'gam', '%%cachebuster%%', '%%cachebuster%%'],
    ['encoded, where the ad server reads that', 'flashtalking', '%5BFT_RANDOM%5D', '4711'],
    ['encoded, elsewhere not', 'innovid', '%5Btimestamp%5D', '%5Btimestamp%5D'],
    ['the time', 'innovid', '[timestamp]', '1790000000000'],
  ])('%s', (_, server, text, filled) => {
    expect(fill(text, server).text).toBe(filled);
  });

  it('and it is known where each stands', () => {
    const { text, fills } = fill('a=%%CACHEBUSTER%%&b=%ecid!&c', 'gam');
    expect(fills.map(({ start, end, macro }) => [text.slice(start, end), macro])).toEqual([
      ['4711', '%%CACHEBUSTER%%'],
      ['1001', '%ecid!'],
    ]);
  });

  it('of each ad server every macro has a value of its kind, but those of which only that they are replaced is known', () => {
    for (const server of AD_SERVERS) {
      if (server.traps.includes('never-expands')) continue;
      for (const macro of macrosOf(server)) {
        if (server.alsoReplaces.includes(macro)) continue;
        const { text, fills } = fill(`x?y=${macro}`, server.id);
        expect(text, `${server.id} ${macro}`).not.toContain(macro);
        expect(fills).toHaveLength(1);
      }
    }
  });
});

describe('what is not known stays, and is said', () => {
  it.each<[string, string | null, string, string[]]>([
    ['no ad server is chosen', null, 'c=%%CACHEBUSTER%%', ['%%CACHEBUSTER%%']],
    ['it is of another ad server', 'gam', 'c=${CACHEBUSTER}', ['${CACHEBUSTER}']],
    ['each once', null, '[timestamp][timestamp]', ['[timestamp]']],
    ['no ad server has it: what is in code may be an index', 'gam', 'list[item]', []],
  ])('%s', (_, server, text, left) => {
    const filled = fill(text, server);
    expect(filled.text).toBe(text);
    expect(filled.left).toEqual(left);
  });

  it('an ad server that replaces nothing replaces nothing', () => {
    const never = AD_SERVERS.find(({ traps }) => traps.includes('never-expands'));
    const macro = never && macrosOf(never)[0];
    if (macro !== undefined) expect(fill(macro, never?.id ?? null).fills).toEqual([]);
  });
});

it('the filled text is cut where something was filled in, and is whole', () => {
  const filled = fill('a=%%CACHEBUSTER%%&b=1', 'gam');
  expect(filledSpans(filled)).toEqual([
    { text: 'a=', isMacro: false, severity: null },
    { text: '4711', isMacro: true, severity: null },
    { text: '&b=1', isMacro: false, severity: null },
  ]);
  const many = fill('%%CACHEBUSTER%%,'.repeat(5_000), 'gam');
  const spans = filledSpans(many);
  expect(spans.length).toBeLessThan(2_010);
  expect(spans.map(({ text }) => text).join('')).toBe(many.text);
});
