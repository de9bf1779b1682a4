import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { readProfileRow } from '@/lib/core/ad-server/profile-rules';

const KNOWN = new Set(AD_SERVERS.map(({ id }) => id));
const read = (row: unknown) => readProfileRow(row, KNOWN);

describe('accepted', () => {
  it.each([
    ['a new ad server', { id: 'ours', name: 'Ours', cachebuster: '[OUR_RANDOM]' }],
    ['a new one of which nothing is known yet', { id: 'ours', name: 'Ours' }],
    ['an override of one field, without a name', { id: 'cm360', hosts: ['https://cm.example/*'] }],
    ['“not known”, said by null', { id: 'gam', cachebuster: null, cost: null, maxLength: null }],
    ['“has none”', { id: 'gam', cost: 'none' }],
    ['a cost macro with its unit', { id: 'gam', cost: { macro: '${COST}', unit: 'CPM in EUR' } }],
    ['a cost macro of unknown unit', { id: 'gam', cost: { macro: '${COST}', unit: null } }],
    ['consent', { id: 'gam', consent: { gdpr: '${GDPR}', gppSid: '${GPP_SID}' } }],
    ['what the field takes', { id: 'gam', accepts: ['url', 'img'], httpsOnly: true }],
    ['nothing ruled out', { id: 'gam', accepts: [] }],
    ['aliases', { id: 'gam', cachebusterAliases: ['%%RANDOM%%', '[ord]'] }],
    ['words for where it goes', { id: 'gam', pasteWhere: 'Banner > Tracking' }],
  ])('%s', (_, row) => {
    expect(read(row)).toEqual({ row, problems: [], ignored: [] });
  });
});

describe('refused, and why', () => {
  it.each([
    ['a text', 'gam', '', 'not-an-object'],
    ['a list', [], '', 'not-an-object'],
    ['nothing', null, '', 'not-an-object'],
    ['no id', { name: 'Ours' }, 'id', 'id-missing'],
    ['an id with a space', { id: 'our server', name: 'Ours' }, 'id', 'id-bad'],
    ['an id in capitals', { id: 'GAM' }, 'id', 'id-bad'],
    ['a number for an id', { id: 7 }, 'id', 'id-bad'],
    ['a new one without a name', { id: 'ours', cachebuster: '[R]' }, 'name', 'name-missing'],
    ['a blank name', { id: 'ours', name: '  ' }, 'name', 'not-text'],
    ['a name without end', { id: 'ours', name: 'x'.repeat(101) }, 'name', 'too-long'],
    ['an override that gives nothing', { id: 'gam' }, '', 'nothing-given'],
    ['an empty macro', { id: 'gam', cachebuster: '' }, 'cachebuster', 'macro-empty'],
    ['a number', { id: 'gam', cachebuster: 7 }, 'cachebuster', 'not-text'],
    ['white space', { id: 'gam', cachebuster: '[a b]' }, 'cachebuster', 'macro-space'],
    ['a space nobody sees', { id: 'gam', cachebuster: '[a\u200bb]' }, 'cachebuster', 'macro-space'],
    ['a quote', { id: 'gam', cachebuster: '[a"b]' }, 'cachebuster', 'macro-quote'],
    ['a smart quote', { id: 'gam', cachebuster: '[a”b]' }, 'cachebuster', 'macro-quote'],
    ['a bracket of HTML', { id: 'gam', cachebuster: '<cb>' }, 'cachebuster', 'macro-bracket'],
    ['a plain word', { id: 'gam', cachebuster: 'RANDOM' }, 'cachebuster', 'macro-plain'],
    [
      'no macro in any known form',
      { id: 'gam', cachebuster: '^CB^' },
      'cachebuster',
      'macro-encoded',
    ],
    ['more than the macro', { id: 'gam', cachebuster: '[CB]&x=1' }, 'cachebuster', 'macro-encoded'],
    ['half a pair', { id: 'gam', cachebuster: '[\ud800]' }, 'cachebuster', 'macro-encoded'],
    [
      'one bad alias',
      { id: 'gam', cachebusterAliases: ['[a]', 'b c'] },
      'cachebusterAliases',
      'macro-space',
    ],
    [
      'aliases as text',
      { id: 'gam', cachebusterAliases: '[a]' },
      'cachebusterAliases',
      'not-a-list',
    ],
    ['a cost in words', { id: 'gam', cost: 'CPM' }, 'cost', 'cost-bad'],
    ['a cost without a macro', { id: 'gam', cost: { unit: 'CPM' } }, 'cost', 'not-text'],
    ['unheard-of consent', { id: 'gam', consent: { tcf: '${X}' } }, 'consent', 'consent-bad'],
    ['consent as text', { id: 'gam', consent: '${GDPR}' }, 'consent', 'consent-bad'],
    ['an unknown kind of field', { id: 'gam', accepts: ['iframe'] }, 'accepts', 'accepts-unknown'],
    ['a length of nothing', { id: 'gam', maxLength: 0 }, 'maxLength', 'length-bad'],
    ['half a character', { id: 'gam', maxLength: 10.5 }, 'maxLength', 'length-bad'],
    ['a yes in words', { id: 'gam', httpsOnly: 'yes' }, 'httpsOnly', 'not-yes-or-no'],
    ['a host on http', { id: 'gam', hosts: ['http://ads.example/*'] }, 'hosts', 'host-not-https'],
    ['every host there is', { id: 'gam', hosts: ['https://*/*'] }, 'hosts', 'host-too-wide'],
  ])('%s', (_, row, field, code) => {
    const reading = read(row);
    expect(reading.row).toBeNull();
    expect(reading.problems.map((p) => [p.field, p.code])).toContainEqual([field, code]);
  });
  it('with every problem of the row at once', () => {
    const { problems } = read({ id: 'gam', cachebuster: 'a b', maxLength: -1 });
    expect(problems.map(({ field }) => field)).toEqual(['cachebuster', 'maxLength']);
  });
});

describe('odd', () => {
  it('names that mean nothing here are left out and told', () => {
    expect(read({ id: 'gam', cost: 'none', colour: 'red' })).toEqual({
      row: { id: 'gam', cost: 'none' },
      problems: [],
      ignored: ['colour'],
    });
  });
  it('the same alias twice counts once', () => {
    expect(read({ id: 'gam', cachebusterAliases: ['[a]', '[a]'] }).row?.cachebusterAliases).toEqual(
      ['[a]'],
    );
  });
  it('a name from an object’s own machinery is no field', () => {
    expect(read(JSON.parse('{"id":"gam","cost":"none","__proto__":{"name":"x"}}')).row).toEqual({
      id: 'gam',
      cost: 'none',
    });
  });
});

describe('every macro of the catalogue that a row can hold', () => {
  const macros = AD_SERVERS.flatMap((server) => [
    server.cachebuster,
    ...server.cachebusterAliases,
    ...Object.values(server.consent),
    server.cost !== null && server.cost !== 'none' ? server.cost.macro : null,
  ]).filter((macro) => macro !== null);
  it.each([...new Set(macros)])('%s', (cachebuster) =>
    expect(read({ id: 'gam', cachebuster }).problems).toEqual([]),
  );
});
