import { describe, expect, it } from 'vitest';

import { listKey } from '@/lib/core/tracker-sheet/known';

import {
  AUTUMN,
  BASE,
  check,
  CITY,
  HOME,
  LISTS,
  SPRING,
  type Table,
  TIDE,
  tracker,
  words,
} from './build';

const NEW = ['Name', 'Line item', 'Publisher'];
const one = (titles: readonly string[], cells: readonly unknown[], trackers = TRACKERS) =>
  check([titles, cells], { trackers }).rows[0] ?? expect.fail('no row');

const TRACKERS = [
  tracker(1, { name: 'Front page', code: 'F-1' }),
  tracker(2, { name: 'Back page', placement: { id: HOME.id, name: HOME.name } }),
  tracker(3, { name: 'Twice' }),
  tracker(4, { name: 'Twice' }),
  tracker(5, { name: 'A', code: 'same' }),
  tracker(6, { name: 'B', code: 'same' }),
];

describe('which tracker a row is', () => {
  it.each<[string, string[], unknown[], number | null, string]>([
    ['by its id', ['ID', 'State'], [1, 'active'], 1, 'unchanged'],
    ['by its id with a mark', ['ID', 'State'], ['#1', 'active'], 1, 'unchanged'],
    ['by its code', ['Code', 'State'], ['F-1', 'inactive'], 1, 'change'],
    ['by its name', ['Name', 'State'], [' Front page ', 'inactive'], 1, 'change'],
    ['by its id, whatever it is called', ['ID', 'Name'], [1, 'Other'], 1, 'change'],
    ['by its code, whatever it is called', ['Code', 'Name'], ['F-1', 'Other'], 1, 'change'],
    ['an id that is none', ['ID', 'State'], ['1.5', 'active'], null, 'error, A2 id-unreadable'],
    ['an id nobody knows', ['ID', 'State'], [99, 'active'], null, 'error, A2 id-unknown'],
    ['a name of two', ['Name', 'State'], ['Twice', ''], null, 'conflict, A2 tracker-ambiguous'],
    ['a code of two', ['Code', 'State'], ['same', ''], null, 'conflict, A2 tracker-ambiguous'],
    [
      'a code nobody has, and a name that somebody has without one',
      ['Code', 'Name'],
      ['new', 'Back page'],
      null,
      'conflict, B2 name-taken',
    ],
    ['nothing at all', ['Name', 'Line item'], ['', 'Spring burst'], null, 'error, A2 name-missing'],
  ])('%s', (_, titles, cells, id, said) => {
    const row = one(titles, cells);
    expect(row.tracker?.id ?? null).toBe(id);
    expect(words(row)).toContain(said);
  });

  it('several of a name are named, and one of them can be said to be it', () => {
    const table: Table = [
      ['Name', 'State'],
      ['Twice', 'inactive'],
    ];
    const [issue] = check(table, { trackers: TRACKERS }).rows[0]?.issues ?? [];
    expect(issue?.candidates.map(({ id }) => id)).toEqual([3, 4]);
    const chosen = new Map([[issue?.choice ?? '', 4]]);
    const [row] = check(table, { trackers: TRACKERS, chosen }).rows;
    expect([row?.kind, row?.tracker?.id]).toEqual(['change', 4]);
  });
});

describe('a new tracker', () => {
  it.each<[string, string[], unknown[], string]>([
    ['all that it needs', NEW, ['X', 'Spring burst', 'Tidewater News'], 'create'],
    ['by ids', ['Name', 'Line item ID', 'Publisher ID'], ['X', SPRING.id, TIDE.id], 'create'],
    ['by codes', ['Name', 'LI code', 'Publisher code'], ['X', 'sb-1', 'PUB202'], 'create'],
    ['an id among names', NEW, ['X', SPRING.id, '#880202'], 'create'],
    [
      'a name with its id',
      NEW,
      ['X', 'Spring burst (640303)', 'Tidewater News [880202]'],
      'create',
    ],
    ['no line item', NEW, ['X', '', 'Tidewater News'], 'error, B2 line-item-missing'],
    ['no publisher', NEW, ['X', 'Spring burst', ''], 'error, C2 publisher-missing'],
    ['neither', ['Name', 'State'], ['X', ''], 'error, A2 line-item-missing, A2 publisher-missing'],
    [
      'a line item nobody knows',
      NEW,
      ['X', 'Sprung', 'Tidewater News'],
      'error, B2 object-unknown',
    ],
    [
      'a name and the id of another',
      NEW,
      ['X', 'Spring burst (1)', TIDE.id],
      'error, B2 object-unknown',
    ],
    ['two of that name', NEW, ['X', 'Twin', 'Tidewater News'], 'conflict, B2 object-ambiguous'],
    ['none of what it needs', NEW, ['X', 'none', TIDE.id], 'error, B2 cannot-be-none'],
    ['what may be a name', NEW, ['X', SPRING.id, 'none'], 'conflict, C2 object-ambiguous'],
    [
      'a code in another case',
      ['Name', 'Line item', 'Publisher code'],
      ['X', 'SB-1', 'pub202'],
      'error, C2 object-unknown',
    ],
    [
      'an id that is none',
      ['Name', 'Line item ID', 'Publisher'],
      ['X', 'Spring', TIDE.id],
      'error, B2 object-id-unreadable',
    ],
    [
      'a state of its own',
      [...NEW, 'State'],
      ['X', SPRING.id, TIDE.id, 'paused'],
      'error, D2 state-unknown',
    ],
    ['a long name', NEW, ['x'.repeat(256), SPRING.id, TIDE.id], 'error, A2 name-too-long'],
    [
      'a long code',
      [...NEW, 'Code'],
      ['X', SPRING.id, TIDE.id, 'x'.repeat(101)],
      'error, D2 code-too-long',
    ],
    [
      'another advertiser',
      [...NEW, 'Advertiser'],
      ['X', SPRING.id, TIDE.id, 'Other'],
      'error, D2 other-advertiser',
    ],
    ['this advertiser', [...NEW, 'Advertiser'], ['X', SPRING.id, TIDE.id, '700101'], 'create'],
    ['a placement', [...NEW, 'Placement'], ['X', SPRING.id, TIDE.id, 'Home 300x250'], 'create'],
    ['its second code', [...NEW, 'Placement'], ['X', SPRING.id, TIDE.id, 'h1'], 'create'],
    [
      'one of another publisher',
      [...NEW, 'Placement'],
      ['X', SPRING.id, CITY.id, HOME.id],
      'error, D2 object-unknown',
    ],
    [
      'one of nobody',
      ['Name', 'Line item', 'Placement'],
      ['X', SPRING.id, 'Home'],
      'error, C2 publisher-first, A2 publisher-missing',
    ],
    [
      'two columns that agree',
      [...NEW, 'Publisher ID'],
      ['X', SPRING.id, 'Tidewater News', TIDE.id],
      'create',
    ],
    [
      'two columns that differ',
      [...NEW, 'Publisher ID'],
      ['X', SPRING.id, 'Tidewater News', CITY.id],
      'error, D2 columns-differ',
    ],
    [
      'everything wrong at once',
      ['Name', 'Line item', 'Publisher', 'State', 'Advertiser'],
      ['', 'Twin', 'Nobody', 'on', 'Else'],
      'error, E2 other-advertiser, A2 name-missing, D2 state-unknown, B2 object-ambiguous, C2 object-unknown',
    ],
  ])('%s', (_, titles, cells, said) => {
    expect(words(one(titles, cells, []))).toBe(said);
  });

  it('sends what the row says, by ids', () => {
    const titles = [...NEW, 'Placement', 'Payment rule', 'Code', 'State'];
    const row = one(
      titles,
      ['X', 'SB-1', 'Tidewater News', 'home-1', 'Base', 'c 1', 'Inactive'],
      [],
    );
    expect(row.changes).toEqual({
      name: 'X',
      code: 'c 1',
      state: 'inactive',
      lineItemId: SPRING.id,
      publisherId: TIDE.id,
      placementId: HOME.id,
      paymentRuleId: BASE.id,
    });
    expect(row.fields).toHaveLength(7);
  });

  it('names what is nearly so called, to choose from', () => {
    const table: Table = [NEW, ['X', 'SPRING-BURST', TIDE.id]];
    const [issue] = check(table).rows[0]?.issues ?? [];
    expect(issue?.candidates).toEqual([{ id: SPRING.id, name: SPRING.name, code: SPRING.code }]);
    const chosen = new Map([[issue?.choice ?? '', SPRING.id]]);
    expect(check(table, { chosen }).rows[0]?.changes.lineItemId).toBe(SPRING.id);
  });
});

describe('a change', () => {
  it.each<[string, string[], unknown[], object]>([
    ['an empty cell says nothing', ['ID', 'Name', 'Code', 'Placement'], [1, '', '', ''], {}],
    ['none takes away', ['ID', 'Code', 'Placement'], [2, 'none', '(None)'], { placementId: null }],
    ['a code goes', ['ID', 'Code'], [1, 'NONE'], { code: null }],
    [
      'only what differs',
      ['ID', 'Name', 'State'],
      [1, 'Front page', 'inactive'],
      { state: 'inactive' },
    ],
    [
      'a placement of its own publisher',
      ['ID', 'Placement'],
      [1, 'Sport 728x90'],
      { placementId: 15_150_405 },
    ],
    [
      'with another publisher its placement goes',
      ['ID', 'Publisher'],
      [2, 'City Herald'],
      { publisherId: CITY.id, placementId: null },
    ],
    [
      'or is the one of that',
      ['ID', 'Publisher', 'Placement'],
      [2, 'City Herald', 'Home 300x250'],
      { publisherId: CITY.id, placementId: 15_150_410 },
    ],
  ])('%s', (_, titles, cells, changes) => {
    const row = one(titles, cells);
    expect(row.changes).toEqual(changes);
    expect(row.kind).toBe(Object.keys(changes).length > 0 ? 'change' : 'unchanged');
  });

  it('says from what to what', () => {
    expect(one(['ID', 'Name', 'Placement'], [2, 'Last page', 'none']).fields).toEqual([
      { field: 'name', from: 'Back page', to: 'Last page' },
      { field: 'placement', from: { id: HOME.id, name: HOME.name }, to: null },
    ]);
  });
});

describe('rows held against each other', () => {
  const kinds = (table: Table, trackers = TRACKERS) => check(table, { trackers }).rows.map(words);
  it.each<[string, Table, string[]]>([
    [
      'the same tracker twice',
      [
        ['ID', 'Code', 'Name'],
        [1, '', 'X'],
        ['', 'F-1', 'Y'],
        [2, '', 'Z'],
      ],
      ['conflict, A2 same-tracker', 'conflict, B3 same-tracker', 'change'],
    ],
    [
      'the same new name twice',
      [NEW, ['X', AUTUMN.id, TIDE.id], ['X ', SPRING.id, CITY.id]],
      ['conflict, A2 same-tracker', 'conflict, A3 same-tracker'],
    ],
    [
      'the same new code twice',
      [
        [...NEW, 'Code'],
        ['X', AUTUMN.id, TIDE.id, 'n'],
        ['Y', SPRING.id, CITY.id, 'n'],
      ],
      ['conflict, D2 same-tracker', 'conflict, D3 same-tracker'],
    ],
    [
      'one name with two codes',
      [
        [...NEW, 'Code'],
        ['X', AUTUMN.id, TIDE.id, 'n'],
        ['X', SPRING.id, CITY.id, 'm'],
      ],
      ['create', 'create'],
    ],
    [
      'one name with a code and without',
      [
        [...NEW, 'Code'],
        ['X', AUTUMN.id, TIDE.id, 'n'],
        ['X', SPRING.id, CITY.id, ''],
      ],
      ['create', 'conflict, A3 name-twice'],
    ],
    [
      'a new name that another row gives to another tracker',
      [
        ['ID', ...NEW],
        [1, 'X', '', ''],
        ['', 'X', SPRING.id, CITY.id],
      ],
      ['change', 'conflict, B3 name-twice'],
    ],
    [
      'a new code that another row gives to another tracker',
      [
        ['ID', 'Code', ...NEW],
        [2, 'n', '', '', ''],
        ['', 'n', 'X', SPRING.id, CITY.id],
      ],
      ['change', 'conflict, B3 code-twice'],
    ],
    [
      'one that is renamed, and one that may be it',
      [
        ['ID', 'Name', 'State'],
        [3, 'Other', ''],
        ['', 'Twice', 'inactive'],
      ],
      ['conflict, A2 same-tracker', 'conflict, B3 tracker-ambiguous, B3 same-tracker'],
    ],
    [
      'what reports cannot tell apart is only noted',
      [NEW, ['X', SPRING.id, CITY.id], ['Y', SPRING.id, CITY.id], ['Z', 'Autumn', CITY.id]],
      ['create, A2 same-in-reports', 'create, A3 same-in-reports', 'create'],
    ],
    [
      'nor from one that is there',
      [NEW, ['X', SPRING.id, TIDE.id]],
      ['create, A2 same-in-reports'],
    ],
  ])('%s', (_, table, said) => {
    expect(kinds(table)).toEqual(said);
  });

  it('what is not sent sends nothing', () => {
    const { rows, counts } = check([NEW, ['X', SPRING.id, TIDE.id], ['X', 'Twin', TIDE.id]]);
    expect(rows.map(({ fields, changes }) => [fields, changes])).toEqual([
      [[], {}],
      [[], {}],
    ]);
    expect(counts).toEqual({ create: 0, change: 0, unchanged: 0, conflict: 2, error: 0 });
  });
});

describe('lists that were not read', () => {
  const table: Table = [
    [...NEW, 'Placement'],
    ['X', 'Spring burst', 'Tidewater News', 'Home 300x250'],
    ['Y', 'Spring burst', 'City Herald', ''],
  ];

  it('are asked for one after the other, and only those that are needed', () => {
    const lists = new Map<string, typeof LISTS extends Map<string, infer L> ? L : never>();
    const asked: string[][] = [];
    for (;;) {
      const { wanted, rows } = check(table, { lists });
      if (wanted.length === 0) {
        expect(rows.map(words)).toEqual(['create', 'create']);
        break;
      }
      expect(rows.map(({ kind }) => kind)).toContain('error');
      asked.push(wanted.map(listKey));
      for (const query of wanted) {
        lists.set(listKey(query), LISTS.get(listKey(query)) ?? expect.fail('unknown list'));
      }
      if (asked.length > 3) break;
    }
    expect(asked).toEqual([['line-item:700101', 'publisher'], ['placement:880202']]);
  });

  it('of a list that is longer than what was read nothing is said but that', () => {
    const lists = new Map(LISTS).set('publisher', { objects: [TIDE], isWhole: false });
    expect(check(table, { lists }).rows.map(words)).toEqual(['create', 'error, C3 list-cut']);
  });
});
