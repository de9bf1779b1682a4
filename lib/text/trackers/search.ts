import type { SearchField } from '../../core/tracker/search/fields';
import type { Mistake, MistakeCode } from '../../core/tracker/search/query';
import { formatCount } from '../ui';

/** What is wrong with a part of a search, and what can stand there. */
const MISTAKES: Record<MistakeCode, (mistake: Mistake) => string> = {
  'value-missing': ({ field }) => `Say what is asked of it, such as ${exampleOf(field)}.`,
  'not-a-number': ({ field }) =>
    field === 'advertiser'
      ? 'Advertisers are known here by their id: advertiser:700101.'
      : 'Write a number, >90000, 90000..90100, or several with commas.',
  'not-a-state': () => 'It is active or inactive.',
  'not-a-moment': () =>
    'Write a day or month (2026-11-01, 2026-11, today), or 12h, 7d, 2w for the last of them.',
  'relative-compared': ({ typed }) => {
    const span = typed.replace(/^.*[<>]=?\s*/s, '');
    return `Write modified:${span} for the last ${span}, -modified:${span} for what is older.`;
  },
  backwards: () => 'Its end comes before its beginning: turn them round.',
  'not-an-is': () => 'It is is:same-in-reports, is:active or is:inactive.',
  'not-a-no': () => 'It is no:placement, no:payment-rule, no:publisher, no:line-item or no:code.',
};

/** Words of the search of trackers, and of what explains it. */
export const searchText = {
  /** “modified:soon” is left out. Write a day … */
  mistake: (mistake: Mistake) =>
    `“${shortened(mistake.typed)}” is left out. ${MISTAKES[mistake.code](mistake)}`,
  /** The same where there is little room. */
  leftOut: (count: number) => (count === 1 ? '1 part is left out' : `${count} parts are left out`),
  noField: (name: string) => `“${shortened(name)}:” is no field: it was looked for as a word.`,
  spoiled: (typed: string, how: 'grouped' | 'shortened') =>
    how === 'shortened'
      ? `“${shortened(typed)}” was looked for as a word. Where it was an id, a spreadsheet has left digits out: show the column as whole numbers, and copy again.`
      : `“${shortened(typed)}” was looked for as a word. It may be one number or several: write it without what divides it, or blanks between ids.`,
  elsewhere: (count: number) => `${formatCount(count)} of other advertisers`,
  asking: 'Asking the service…',
  askingTitle: 'Asking the service for these ids…',
  absent: (ids: readonly number[]) => `Not there: ${someOf(ids)}`,
  absentNext: (ids: readonly number[]) =>
    `The service shows no tracker with id ${someOf(ids)}: deleted, another member’s, or never there.`,
  lookFor: (id: string) => `Look for tracker ${id} at the service`,
  ofAdvertiser: (id: number) => `Advertiser ${id}`,
  help: 'What can be searched',
  helpIntro: 'Words are looked for in name, id, code, publisher, placement and line item.',
  add: (example: string) => `Add ${example} to the search`,
  words: [
    { example: 'spring burst', means: 'both words, anywhere' },
    { example: '"spring burst"', means: 'the words together' },
    { example: '-burst', means: 'not that; before a field, too' },
    { example: '90011, 90012', means: 'these ids, of any advertiser' },
  ],
  /** In the order in which they are explained. What is pressed is written into the search up to its value. */
  fields: [
    { example: 'state:inactive', means: 'or active' },
    {
      example: 'publisher:"Tidewater News"',
      means: 'part of a name, or an id; commas for several',
    },
    { example: 'placement:home', means: 'so, too: line-item:, payment-rule:' },
    { example: 'modified:7d', means: 'the last 12h, 7d, 2w' },
    { example: 'modified:>2026-11-01', means: 'or <, >=, <=, 2026-10..2026-11, today' },
    { example: 'id:90000..90100', means: 'or >, <' },
    { example: 'name:burst', means: 'in the name alone; so, too: code:' },
    { example: 'no:placement', means: 'has none; payment-rule, code' },
    { example: 'is:same-in-reports', means: 'reports cannot tell it from another one' },
    { example: 'advertiser:700101', means: 'by its id' },
  ],
} as const;

/** What of an example is written into the search when it is pressed: what a person’s own value follows, or all of it. */
export function beginningOf(example: string): string {
  const [field = ''] = example.split(':');
  return ['state', 'is', 'no'].includes(field) || example === 'modified:7d' ? example : `${field}:`;
}

const SHOWN_IDS = 5;

function someOf(ids: readonly number[]): string {
  const more = ids.length - SHOWN_IDS;
  const first = ids.slice(0, SHOWN_IDS).join(', ');
  return more > 0 ? `${first} and ${formatCount(more)} more` : first;
}

const EXAMPLES: Record<SearchField, string> = {
  state: 'state:inactive',
  publisher: 'publisher:"Tidewater News"',
  placement: 'placement:home',
  'line-item': 'line-item:spring',
  'payment-rule': 'payment-rule:base',
  modified: 'modified:7d or modified:>2026-11-01',
  id: 'id:90011',
  name: 'name:burst',
  code: 'code:HC',
  advertiser: 'advertiser:700101',
  is: 'is:same-in-reports',
  no: 'no:placement',
};

const exampleOf = (field: SearchField) => EXAMPLES[field];

function shortened(typed: string): string {
  return typed.length > 40 ? `${typed.slice(0, 39)}…` : typed;
}
