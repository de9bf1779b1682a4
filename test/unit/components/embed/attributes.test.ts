import { describe, expect, it } from 'vitest';

import { ATTRIBUTES, GOVERNS, readAsked } from '@/components/embed/attributes';
import { DEFAULT_CHOICES, type TagChoices } from '@/lib/core/tag/write/build-tag';

const TWO = '[{"id": 1, "name": "One"}, {"id": 2, "name": "Two"}]';

function asked(attributes: Readonly<Record<string, string>>) {
  return readAsked((name) => attributes[name] ?? null, null);
}

describe('choices from attributes', () => {
  it('are the defaults without any', () => {
    expect(asked({})).toEqual({ tracker: null, trackers: [], choices: DEFAULT_CHOICES });
  });

  it.each<[Record<string, string>, Partial<TagChoices>]>([
    [{ type: 'vast' }, { type: 'vast' }],
    [{ type: 'iframe' }, { type: 'image' }],
    [{ type: '' }, { type: 'image' }],
    [{ 'ad-server': 'gam' }, { adServerId: 'gam', type: 'image' }],
    [{ 'ad-server': 'cm360' }, { adServerId: 'cm360', type: 'url' }],
    [
      { 'ad-server': 'cm360', type: 'javascript' },
      { adServerId: 'cm360', type: 'javascript' },
    ],
    [{ 'ad-server': 'nobody knows' }, { adServerId: null }],
    [{ 'loaded-by': 'javascript' }, { loadedBy: 'javascript' }],
    [{ 'loaded-by': 'carrier pigeon' }, { loadedBy: 'image' }],
    [{ cachebuster: '[RANDOM]' }, { cachebuster: '[RANDOM]' }],
    [{ cost: '0.0025' }, { withCost: true, cost: '0.0025' }],
    [{ cost: '' }, { withCost: true, cost: '' }],
    [{ 'cost-per-impression': '' }, { costIsPerImpression: true }],
    [{ 'with-consent': '' }, { withConsent: true }],
    [{ 'with-consent': 'false' }, { withConsent: true }],
    [{ redir: 'https://example.com/' }, { redir: 'https://example.com/' }],
    [{ comments: 'false' }, { comments: false }],
    [{ comments: '' }, { comments: true }],
    [{ ampersands: 'escaped' }, { ampersands: 'escaped' }],
    [{ ampersands: 'both' }, { ampersands: 'raw' }],
  ])('%j', (attributes, choices) => {
    expect(asked(attributes).choices).toEqual({ ...DEFAULT_CHOICES, ...choices });
  });

  it('each governed by an attribute that is watched', () => {
    const governed = new Set(Object.values(GOVERNS).flat());
    expect([...governed].toSorted()).toEqual(Object.keys(DEFAULT_CHOICES).toSorted());
    expect(ATTRIBUTES).toEqual(expect.arrayContaining(Object.keys(GOVERNS)));
  });
});

describe('the tracker', () => {
  it.each([
    [
      { 'tracker-id': '7', 'tracker-name': 'Seven' },
      { id: 7, name: 'Seven' },
    ],
    [{ 'tracker-id': '7' }, { id: 7, name: '7' }],
    [
      { 'tracker-id': '2', trackers: TWO },
      { id: 2, name: 'Two' },
    ],
    [
      { 'tracker-id': '2', 'tracker-name': 'Own', trackers: TWO },
      { id: 2, name: 'Own' },
    ],
    [{ trackers: TWO }, null],
    [{ trackers: '[{"id": 1, "name": "Only"}]' }, { id: 1, name: 'Only' }],
    [{ 'tracker-id': 'x', trackers: TWO }, null],
    [{ 'tracker-id': '0' }, null],
    [{ 'tracker-id': '1.5' }, null],
    [{ 'tracker-name': 'Nobody' }, null],
    [{ trackers: 'not JSON' }, null],
  ])('%j', (attributes, tracker) => {
    expect(asked(attributes).tracker).toEqual(tracker);
  });

  it('comes from the property rather than the attribute', () => {
    const given = [{ id: 9, name: 'Nine' }];
    const found = readAsked((name) => (name === 'trackers' ? TWO : null), given);
    expect(found).toMatchObject({ trackers: given, tracker: given[0] });
  });
});
