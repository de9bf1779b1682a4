import { describe, expect, it } from 'vitest';

import { emptyDraft, type TrackerDraft } from '@/lib/core/tracker/draft';
import {
  allOf,
  compareVersions,
  type Decisions,
  differingFields,
  mergeVersions,
  sideOf,
} from '@/lib/core/tracker/versions';

const BEGAN: TrackerDraft = {
  name: 'Harbour',
  code: 'HC',
  state: 'active',
  lineItem: { id: 3, name: 'Line' },
  publisher: { id: 4, name: 'Paper' },
  placement: { id: 5, name: 'Home' },
  paymentRule: null,
};
const NEWS = { publisher: { id: 40, name: 'News' }, placement: { id: 50, name: 'Top' } };
const POST = { publisher: { id: 41, name: 'Post' }, placement: null };
type Part = Partial<TrackerDraft>;

describe('what differs', () => {
  it.each<[string, Part, readonly string[]]>([
    ['nothing', {}, []],
    ['not blanks at the ends', { name: ' Harbour ', code: 'HC ' }, []],
    ['not the name of the same object', { publisher: { id: 4, name: 'Paper, renamed' } }, []],
    ['a name', { name: 'harbour' }, ['name']],
    ['what is cleared', { placement: null, code: '' }, ['placement', 'code']],
    ['what is chosen', { paymentRule: { id: 6, name: 'Base' } }, ['paymentRule']],
  ])('%s', (_, part, fields) => {
    expect(differingFields(BEGAN, { ...BEGAN, ...part })).toEqual(fields);
  });
});

describe('who has changed what', () => {
  it.each<[string, Part, Part, readonly string[]]>([
    ['nobody', {}, {}, []],
    ['both, and the same', { name: 'New' }, { name: 'New' }, []],
    ['me', {}, { name: 'Mine' }, ['name by me']],
    ['them', { state: 'inactive' }, {}, ['state by them']],
    ['both, each a field', { code: 'T' }, { name: 'Mine' }, ['name by me', 'code by them']],
    ['both, one field', { name: 'Theirs' }, { name: 'Mine' }, ['name by both']],
    ['the placement of one publisher', { placement: null }, {}, ['placement by them']],
    ['a publisher, and what is of it', NEWS, {}, ['publisher by them', 'placement by them +']],
    ['a publisher each', NEWS, POST, ['publisher by both', 'placement by both +']],
    [
      'the publisher by them, and its old placement by me',
      NEWS,
      { placement: null },
      ['publisher by both', 'placement by both +'],
    ],
    [
      'the publisher by them, and the rule of the old one by me',
      POST,
      { paymentRule: { id: 6, name: 'Base' } },
      ['publisher by both', 'placement by both +', 'paymentRule by both +'],
    ],
  ])('%s', (_, theirs, mine, said) => {
    const found = compareVersions(BEGAN, { ...BEGAN, ...theirs }, { ...BEGAN, ...mine });
    const lines = found.map((one) => `${one.field} by ${one.by}${one.isOfPublisher ? ' +' : ''}`);
    expect(lines).toEqual(said);
  });
});

describe('what is saved', () => {
  const merge = (theirs: Part, mine: Part, decisions: Decisions) => {
    const [their, my] = [
      { ...BEGAN, ...theirs },
      { ...BEGAN, ...mine },
    ];
    return mergeVersions(compareVersions(BEGAN, their, my), decisions, their, my);
  };
  it.each<[string, Part, Part, Decisions, Part | null]>([
    [
      'theirs and mine, where each is another field',
      { code: 'T' },
      { name: 'M' },
      {},
      { code: 'T', name: 'M' },
    ],
    ['nothing while one is open', { name: 'T' }, { name: 'M' }, {}, null],
    [
      'nothing while one of two is open',
      { name: 'T', code: 'T' },
      { name: 'M', code: 'M' },
      { name: 'mine' },
      null,
    ],
    ['mine', { name: 'T' }, { name: 'M' }, { name: 'mine' }, { name: 'M' }],
    ['theirs', { name: 'T' }, { name: 'M' }, { name: 'theirs' }, { name: 'T' }],
    [
      'as it was, where that is decided',
      { code: 'T' },
      { name: 'M' },
      { code: 'mine' },
      { name: 'M' },
    ],
    [
      'no placement of another publisher',
      NEWS,
      POST,
      { publisher: 'theirs', placement: 'mine' },
      NEWS,
    ],
    [
      'no publisher alone',
      NEWS,
      { paymentRule: { id: 6, name: 'Base' } },
      { publisher: 'theirs' },
      NEWS,
    ],
    [
      'a decision on what does not differ changes nothing',
      {},
      { name: 'M' },
      { code: 'theirs' },
      { name: 'M' },
    ],
  ])('%s', (_, theirs, mine, decisions, merged) => {
    expect(merge(theirs, mine, decisions)).toEqual(merged && { ...BEGAN, ...merged });
  });

  it.each(['mine', 'theirs'] as const)('all of %s', (side) => {
    const their = { ...BEGAN, ...NEWS, name: 'T', code: '' };
    const my = { ...BEGAN, ...POST, name: 'M', state: 'inactive' as const };
    const found = compareVersions(BEGAN, their, my);
    expect(mergeVersions(found, allOf(found, side), their, my)).toEqual(
      side === 'mine' ? my : their,
    );
  });

  it('never a placement or payment rule of another publisher than its own', () => {
    const of = (publisher: number, with_: Part) => ({
      ...emptyDraft(),
      publisher: { id: publisher, name: '' },
      ...with_,
    });
    // The first digit of what belongs to a publisher is the publisher's.
    const drafts = [1, 2, 3].flatMap((id) => [
      of(id, {}),
      of(id, { placement: { id: id * 10, name: '' } }),
      of(id, { paymentRule: { id: id * 10 + 1, name: '' } }),
    ]);
    const sides = ['mine', 'theirs', undefined] as const;
    for (const began of drafts)
      for (const their of drafts)
        for (const my of drafts)
          for (const publisher of sides)
            for (const placement of sides) {
              const found = compareVersions(began, their, my);
              const decisions = {
                ...(publisher && { publisher }),
                ...(placement && { placement }),
              };
              const merged = mergeVersions(found, decisions, their, my);
              for (const part of [merged?.placement, merged?.paymentRule]) {
                if (part) expect(Math.floor(part.id / 10)).toBe(merged?.publisher?.id);
              }
              const isOpen = found.some((one) => sideOf(one, decisions) === null);
              expect(merged === null).toBe(isOpen);
            }
  });
});
