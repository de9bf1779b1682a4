import { describe, expect, it } from 'vitest';

import { createTrackerFilter, filterTrackers } from '@/lib/core/tracker/filter';
import type { Tracker } from '@/lib/core/tracker/tracker';

import { tracker } from '../../components/trackers/build';

const ref = (name: string) => ({ id: 1, name });
const LIST: readonly Tracker[] = [
  {
    ...tracker(90333, 'Autumn burst'),
    publisher: ref('Tidewater News'),
    placement: ref('Homepage'),
  },
  { ...tracker(90334, 'Autumn sale'), publisher: ref('Élan Médias'), lineItem: ref('CTV – Q4') },
  { ...tracker(90335, 'Active lifestyle'), publisher: null, code: 'ext-7' },
  { ...tracker(333, 'Winter'), publisher: ref('Tidewater News'), placement: ref('Sidebar') },
];

const find = (search: string, filter = filterTrackers) =>
  filter(LIST, { search, state: 'all' }, 0).map(({ id }) => id);

describe('a search in a list of trackers', () => {
  it.each<[string, string, number[]]>([
    ['nothing', '', [90333, 90334, 90335, 333]],
    ['blanks', '  \t ', [90333, 90334, 90335, 333]],
    ['a word of the name', 'autumn', [90333, 90334]],
    ['words of several parts', 'tidewater home', [90333]],
    ['the words of two trackers', 'autumn winter', []],
    ['capitals and accents', 'ÉLAN', [90334]],
    ['the external code', 'EXT-7', [90335]],
    ['the line item', 'q4', [90334]],
    ['a part of an id', '333', [90333, 333]],
    ['a word that may not be there', 'autumn -sale', [90333]],
    ['only such words', '-autumn -tidewater', [90335]],
    ['a dash alone, still being typed', 'autumn -', [90333, 90334]],
    ['a dash within a word', 'ext-7', [90335]],
    ['a state', 'inactive', [90334]],
    ['the other state, which is no part of it', 'active', [90333, 90335, 333]],
    ['without a state', '-active', [90334]],
    ['ids', '90333 90335', [90333, 90335]],
    ['ids with commas', '90333, 90334 90335', [90333, 90334, 90335]],
    ['a pasted column', '90335\n333\n', [90335, 333]],
    ['ids as they are shown', '#90334;#333', [90334, 333]],
    ['a pasted column with its header', 'Tracker ID\n90335\n333\n', [90335, 333]],
    ['the same of one row', 'Tracker ID 90335', [90335]],
    ['as a browser puts a column into one line', 'imp_tracker_ids 90335 333', [90335, 333]],
    ['the list of a program', '[90334, "333"]', [90334, 333]],
    ['ids that are not there', '1 2', []],
    ['numbers after a word that heads no ids', 'Autumn 2024 2025', []],
    ['an id and a word', '90333 burst', [90333]],
  ])('%s', (_, search, ids) => {
    expect(find(search)).toEqual(ids);
  });

  it('finds what a list says in words of its own', () => {
    const said = createTrackerFilter(({ publisher }) => (publisher ? [] : ['No publisher']));
    expect(find('no publisher', said)).toEqual([90335]);
    expect(find('-publisher', said)).toEqual([90333, 90334, 333]);
    expect(find('no publisher'), 'where the list says nothing of it').toEqual([]);
  });

  it('holds the state besides', () => {
    const inactive = filterTrackers(LIST, { search: 'autumn', state: 'inactive' }, 0);
    expect(inactive.map(({ id }) => id)).toEqual([90334]);
  });

  it('is the very list where nothing is asked', () => {
    expect(filterTrackers(LIST, { search: ' ', state: 'all' }, 0)).toBe(LIST);
  });
});
