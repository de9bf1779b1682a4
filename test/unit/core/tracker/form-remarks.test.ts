import { describe, expect, it } from 'vitest';

import { emptyDraft, type TrackerDraft } from '@/lib/core/tracker/draft';
import { remarksOn } from '@/lib/core/tracker/form-remarks';
import { factsText, noteText, remarkText, sameText } from '@/lib/text/trackers/form-remarks';

const PAPER = { id: 4, name: 'Paper' };
const OTHER = { id: 9, name: 'Other' };
const DRAFT: TrackerDraft = { ...emptyDraft(), publisher: PAPER };

describe('remarks on what is chosen', () => {
  it.each<[string, Partial<TrackerDraft>, readonly string[]]>([
    ['nothing chosen', {}, []],
    ['of unknown state and owner', { placement: { id: 5, name: 'Home' } }, []],
    [
      'active, and its own',
      { placement: { id: 5, name: 'Home', state: 'active', owner: PAPER } },
      [],
    ],
    ['inactive', { lineItem: { id: 3, name: 'L', state: 'inactive' } }, ['inactive lineItem']],
    [
      'of another publisher',
      { placement: { id: 5, name: 'H', owner: OTHER } },
      ['of-another placement'],
    ],
    [
      'of a publisher, where none is chosen',
      { publisher: null, paymentRule: { id: 6, name: 'B', owner: OTHER } },
      ['of-another paymentRule'],
    ],
    ['a line item of its advertiser', { lineItem: { id: 3, name: 'L', owner: OTHER } }, []],
    [
      'both',
      { placement: { id: 5, name: 'H', state: 'inactive', owner: OTHER } },
      ['of-another placement', 'inactive placement'],
    ],
  ])('%s', (_, part, said) => {
    const found = remarksOn({ ...DRAFT, ...part });
    expect(found.map(({ kind, field }) => `${kind} ${field}`)).toEqual(said);
    for (const one of found) expect(remarkText(one)).toContain(one.object.name);
  });
});

it('an object is told from its namesakes by id, code and state', () => {
  const object = { id: 5, name: 'Home', code: 'HP', state: 'inactive' as const, owner: OTHER };
  expect(noteText(object)).toBe('5 · HP · Inactive');
  expect(noteText(object, true)).toBe('5 · HP · Inactive · of Other');
  expect(noteText({ id: 5, name: 'Home', isRecent: true })).toBe('5 · recent');
  expect(noteText({ ...object, code: 'x'.repeat(100) }).length).toBeLessThan(60);
  expect(factsText({ ...object, state: 'active' })).toBe('id 5 · HP · Active');
  expect(factsText({ id: 5, name: 'Home' })).toBe('id 5');
});

it('of many that reports cannot tell apart some are named, and the others counted', () => {
  const named = [{ id: 7, name: 'Twin' }];
  expect(sameText({ named: [], count: 0, isWhole: true })).toBe('');
  expect(sameText({ named, count: 1, isWhole: true })).toContain('from Twin (7): line item');
  expect(sameText({ named, count: 4, isWhole: true })).toContain('from Twin (7) and 3 more: ');
});
