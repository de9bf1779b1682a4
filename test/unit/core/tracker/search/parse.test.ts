import { describe, expect, it } from 'vitest';

import { createTrackerFilter } from '@/lib/core/tracker/filter';
import { parseSearch } from '@/lib/core/tracker/search/parse';
import type { MistakeCode } from '@/lib/core/tracker/search/query';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { searchText } from '@/lib/text/trackers/search';

import { tracker } from '../../../components/trackers/build';

/** Noon of a day in November, in the zone in which the test runs. */
const at = (day: number, month = 11, hour = 12) => new Date(2026, month - 1, day, hour).getTime();
const NOW = at(20);

const NEWS = { id: 880, name: 'Tidewater News' };
const WEATHER = { id: 881, name: 'Calder Valley “Weather”, hourly' };
const LINE = { id: 64, name: 'Spring burst' };

const LIST: readonly Tracker[] = [
  {
    ...tracker(101, 'Spring burst, 12" screens'),
    publisher: NEWS,
    lineItem: LINE,
    placement: { id: 15, name: 'Home 300x250' },
    code: 'HC-7',
    lastModified: at(20, 11, 9),
  },
  { ...tracker(102, 'Spring'), publisher: NEWS, lineItem: LINE, lastModified: at(15) },
  { ...tracker(103, 'Élan: autumn'), publisher: WEATHER, lastModified: at(1) },
  {
    ...tracker(104, 'Burst of spring'),
    publisher: NEWS,
    lineItem: LINE,
    paymentRule: { id: 880, name: 'Base 881' },
    lastModified: at(31, 10),
  },
  {
    ...tracker(205, 'Winter'),
    advertiserId: 9,
    publisher: null,
    lineItem: LINE,
    lastModified: at(3, 2),
  },
  { ...tracker(206, 'Spring too'), publisher: NEWS, lineItem: LINE, lastModified: at(2, 2) },
];
const ALL = LIST.map(({ id }) => id);

const find = (search: string) =>
  createTrackerFilter()(LIST, { search, state: 'all' }, NOW).map(({ id }) => id);

describe('a search for fields', () => {
  it.each<[string, readonly number[]]>([
    ['state:inactive', [102, 104, 206]],
    ['STATE:Inactive', [102, 104, 206]],
    ['-state:inactive', [101, 103, 205]],
    ['is:active', [101, 103, 205]],
    ['state:active,inactive', ALL],
    ['publisher:tidewater', [101, 102, 104, 206]],
    ['publisher:"tidewater news" state:active', [101]],
    ['publisher:"calder valley “weather”, hourly"', [103]],
    ['publisher:tidewater,calder', [101, 102, 103, 104, 206]],
    ['publisher:880', [101, 102, 104, 206]],
    ['publisher:88', []],
    ['publisher:"880"', []],
    ['payment-rule:880', [104]],
    ['payment-rule:881', [104]],
    ['payment_rule:base', [104]],
    ['line-item:burst', [101, 102, 104, 205, 206]],
    ['lineitem:"Spring Burst" -name:burst', [102, 205, 206]],
    ['placement:home', [101]],
    ['name:burst', [101, 104]],
    ['name:spring -name:burst', [102, 206]],
    ['name:elan', [103]],
    ['name:"12\\" s"', [101]],
    ['code:hc', [101]],
    ['no:code name:spring', [102, 104, 206]],
    ['no:publisher', [205]],
    ['-no:placement', [101]],
    ['no:payment-rule,publisher', [101, 102, 103, 205, 206]],
    ['id:102', [102]],
    ['id:#102', [102]],
    ['id:101,103', [101, 103]],
    ['id:101,', [101]],
    ['id:>103', [104, 205, 206]],
    ['id:>=103', [103, 104, 205, 206]],
    ['id:<102', [101]],
    ['id:<=102', [101, 102]],
    ['id:102..104', [102, 103, 104]],
    ['id:104..', [104, 205, 206]],
    ['id:..102', [101, 102]],
    ['id:102..104,206', [102, 103, 104, 206]],
    ['advertiser:9', [205]],
    ['-advertiser:9 id:>200', [206]],
    ['is:same-in-reports', [102, 206]],
    ['-is:same-in-reports name:spring', [101, 104]],
    ['modified:2026-11-15', [102]],
    ['modified:2026-11', [101, 102, 103]],
    ['modified:2026', ALL],
    ['modified:>2026-11-01', [101, 102]],
    ['modified:>=2026-11-01', [101, 102, 103]],
    ['modified:<2026-11-01', [104, 205, 206]],
    ['modified:<=2026-11-01', [103, 104, 205, 206]],
    ['modified:2026-10..2026-11-01', [103, 104]],
    ['modified:2026-11-16..', [101]],
    ['modified:today', [101]],
    ['modified:yesterday', []],
    ['modified:4h', [101]],
    ['modified:7d', [101, 102]],
    ['-modified:7d', [103, 104, 205, 206]],
    ['modified:3w..7d', [103, 104]],
    ['modified:52w', ALL],
  ])('%s', (search, ids) => {
    expect(find(search)).toEqual(ids);
    expect(parseSearch(search, NOW).mistakes).toEqual([]);
  });
});

describe('words', () => {
  it.each<[string, string, readonly number[]]>([
    ['together, in quotes', '"spring burst"', [101, 102, 104, 205, 206]],
    ['in another order they are others', '"burst spring"', []],
    ['not together', '-"spring burst"', [103]],
    ['a quote that is not closed yet', '"burst of', [104]],
    ['a quote within a word is a letter', '12"', [101]],
    ['a colon behind what is no field', 'élan:', [103]],
    ['a word like a field that is none', 'publsher:news', []],
    ['without accents', 'elan', [103]],
    ['with accents that are not there', 'wínter', [205]],
    ['a dash before a field that is none', '-foo:bar', ALL],
    ['a backslash', '\\', []],
    ['empty quotes ask nothing', '""', ALL],
    ['a number in quotes is a part, as one without is', '"20"', [205, 206]],
  ])('%s', (_, search, ids) => {
    expect(find(search)).toEqual(ids);
    expect(parseSearch(search, NOW).mistakes).toEqual([]);
  });
});

describe('a mistake is left out and said, and the rest still holds', () => {
  it.each<[string, MistakeCode, string]>([
    ['state:paused', 'not-a-state', 'It is active or inactive.'],
    ['state:', 'value-missing', 'such as state:inactive'],
    ['publisher:""', 'value-missing', 'such as publisher:"Tidewater News"'],
    ['publisher: ', 'value-missing', 'such as publisher:"Tidewater News"'],
    ['id:x', 'not-a-number', 'Write a number'],
    ['id:1,x', 'not-a-number', 'Write a number'],
    ['id:1..x', 'not-a-number', 'Write a number'],
    ['id:..', 'not-a-number', 'Write a number'],
    ['id:>', 'not-a-number', 'Write a number'],
    ['id:9..3', 'backwards', 'turn them round'],
    ['advertiser:Harbour', 'not-a-number', 'by their id'],
    ['modified:soon', 'not-a-moment', 'Write a day or month'],
    ['modified:2026-02-30', 'not-a-moment', 'Write a day or month'],
    ['modified:2026-13', 'not-a-moment', 'Write a day or month'],
    ['modified:0026', 'not-a-moment', 'Write a day or month'],
    ['modified:7m', 'not-a-moment', 'Write a day or month'],
    [
      'modified:>7d',
      'relative-compared',
      'modified:7d for the last 7d, -modified:7d for what is older',
    ],
    ['modified:<=2w', 'relative-compared', 'modified:2w for the last 2w'],
    ['modified:7d..3w', 'backwards', 'turn them round'],
    ['is:same', 'not-an-is', 'is:same-in-reports'],
    ['no:name', 'not-a-no', 'no:placement'],
  ])('%s', (typed, code, said) => {
    const search = `winter ${typed}`;
    const { mistakes } = parseSearch(search, NOW);
    expect(mistakes.map((mistake) => [mistake.code, mistake.typed])).toEqual([
      [code, typed.trim()],
    ]);
    const [mistake] = mistakes;
    const sentence = mistake ? searchText.mistake(mistake) : '';
    expect(sentence).toContain(`“${typed.trim()}” is left out.`);
    expect(sentence).toContain(said);
    expect(find(search)).toEqual([205]);
    expect(find(typed)).toEqual(ALL);
  });

  it('shows no more of a long one than its beginning', () => {
    const [mistake] = parseSearch(`state:${'x'.repeat(10_000)}`, NOW).mistakes;
    expect(mistake && searchText.mistake(mistake).length).toBeLessThan(100);
  });
});

describe('ids that are asked for one by one', () => {
  it.each<[string, readonly number[] | null]>([
    ['1,2,3', [1, 2, 3]],
    ['Tracker ID\n3\n2', [3, 2]],
    ['id:5', [5]],
    ['id:5,6,5', [5, 6]],
    ['id:5..6', null],
    ['id:>5', null],
    ['-id:5', null],
    ['id:5 spring', null],
    ['5', null],
    ['', null],
  ])('%s', (search, ids) => {
    expect(parseSearch(search, NOW).ids).toEqual(ids);
  });
});

describe('what a spreadsheet may have made of an id', () => {
  it.each<[string, string | undefined]>([
    ['123,456', 'grouped'],
    ['spring 1.23E+05', 'shortened'],
    ['"1,000 things"', 'grouped'],
    ['90011, 90012', undefined],
    ['id:123,456', undefined],
    ['12.5', undefined],
  ])('%s', (search, how) => {
    const { spoiled, mistakes } = parseSearch(search, NOW);
    expect([spoiled?.[0]?.how, mistakes]).toEqual([how, []]);
  });

  it('is looked for as a word, as a name may have it, and finds no other trackers', () => {
    expect(parseSearch('123,456', NOW)).toMatchObject({
      ids: null,
      terms: [{ any: [{ kind: 'word', text: '123,456' }] }],
    });
  });
});

describe('the help', () => {
  it.each([...searchText.fields, ...searchText.words].map(({ example }) => example))(
    'offers what is understood: %s',
    (example) => {
      const { terms, mistakes, ids } = parseSearch(example, NOW);
      expect(mistakes).toEqual([]);
      expect(terms.length > 0 || ids !== null).toBe(true);
    },
  );
});
