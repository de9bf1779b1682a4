import { describe, expect, it } from 'vitest';

import { groupIssues } from '@/lib/core/tracker-sheet/group-issues';

import { check, CITY, SPRING } from './build';

describe('issues by what mends them', () => {
  const { rows } = check([
    ['Name', 'Line item', 'Publisher'],
    ['A', SPRING.id, 'Tidewatr'],
    ['B', SPRING.id, 'Tidewatr'],
    ['C', '', 'Nobody'],
    ['D', 'Twin', CITY.id],
    ['E', 'Twin', CITY.id],
    ['F', '', CITY.id],
    ['G', SPRING.id, CITY.id],
    ['G', SPRING.id, CITY.id],
  ]);

  it('one word that is corrected everywhere is one group, whatever row it stands in', () => {
    expect(groupIssues(rows).map(({ code, mend, said, rows }) => [code, mend, said, rows])).toEqual(
      [
        ['object-unknown', 'correct-cell', 'Tidewatr', [2, 3]],
        ['line-item-missing', 'fill-cell', '', [4, 7]],
        ['object-unknown', 'correct-cell', 'Nobody', [4]],
        ['object-ambiguous', 'choose', 'Twin', [5, 6]],
        ['same-tracker', 'tell-apart', '', [8, 9]],
      ],
    );
  });

  it('the example of a group has what can be chosen', () => {
    const twin = groupIssues(rows).find(({ said }) => said === 'Twin');
    expect(twin?.example.candidates.map(({ id }) => id)).toEqual([640_305, 640_306]);
  });
});
