import type { Severity } from '../core/base/finding';
import type { Entry } from '../core/rules/entry';

/** What the rules of a kind are about, in the order in which they are listed. */
export const ruleKinds: readonly { readonly kind: Entry['kind']; readonly title: string }[] = [
  { kind: 'address', title: 'An address, in a tag, a cell and on the wire alike' },
  { kind: 'tag', title: 'A tag and the place it stands in' },
  { kind: 'text', title: 'A whole text' },
  { kind: 'sheet', title: 'A tag sheet' },
  { kind: 'request', title: 'How a request went' },
  { kind: 'expected', title: 'A tracker that is expected' },
  { kind: 'page', title: 'A tag on a page that did not fire' },
];

const GRAVITY: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** Where a rule says something, and how grave it is there. */
export function gravityText({ written, fired, kind }: Entry): string {
  const place = kind === 'sheet' ? 'In a sheet' : 'In a tag';
  const seen = kind === 'page' ? 'On a page' : 'On the wire';
  return [
    ...(written ? [`${place}: ${GRAVITY[written]}`] : []),
    ...(fired ? [`${seen}: ${GRAVITY[fired]}`] : []),
  ].join(' · ');
}

/** Words of the page about the rules. */
export const rulesText = {
  title: 'Rules',
  intro:
    'What is looked at in tags, sheets, requests and pages. What stands in ‹ › changes from case to case.',
  all: 'All rules',
  why: 'Why it matters',
  next: 'What to do',
  bad: 'Wrong',
  good: 'Right',
  server: (name: string) => `In a tag for ${name}.`,
  unknown: (code: string) => `There is no rule “${code}”.`,
  unknownNext: 'It may be of another version. Choose one from the list.',
  choose: 'Choose a rule to read what it looks at.',
};

/** Words of the way from a finding to its rule, which the embedded builder has too. */
export const ruleLinkText = {
  more: 'Why?',
  about: (code: string) => `Why? About ${code}, in a new tab`,
};
