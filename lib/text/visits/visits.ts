import type { Verification } from '../../core/verification/verification';

/** Why a page was not visited, and what to do. */
export const notVisitedText = {
  'page-failed': {
    sentence: (detail: string) => `The page could not be loaded: ${detail}`,
    next: 'Open it in a browser of the same machine, and look at its address.',
  },
  'browsers-gone': {
    sentence: () => 'Every browser that visited it went away in the middle.',
    next: 'Open it by hand once: the page may take more memory than a browser has.',
  },
  'no-browser-left': {
    sentence: () => 'No browser was left to visit it.',
    next: 'Look why they ended, and call this once more with the pages that were not visited.',
  },
} as const;

/** What fired where, in words for programs that collect results of tests. */
export const visitText = {
  suite: 'Impression trackers',
  tracker: (id: number | string, name: string | null) =>
    name === null ? `tracker ${id}` : `tracker ${id} ${name}`,
  notSeen: 'It did not fire on this page.',
  notExpected: 'Nobody expected it here, and it has an error.',
  visit: 'the visit',
};

/** How pages were visited, as a proof says it. */
const drivenText = {
  bySink:
    'Pages were visited by browsers that the command line drove. Requests of trackers were answered by a stand-in on the same machine: none was counted or billed, and what Monetize’s servers would have answered is not known.',
  live: 'Pages were visited by browsers that the command line drove; requests of trackers went to the real service.',
  notVisited: (count: number) =>
    count === 1
      ? 'One page of the list was not visited: what fires there is not known.'
      : `${count} pages of the list were not visited: what fires there is not known.`,
};

/** How a program had pages visited, a sentence each. */
export function drivenNotes({
  answeredBy,
  notVisited,
}: NonNullable<Verification['driven']>): readonly string[] {
  const how = answeredBy === 'sink' ? drivenText.bySink : drivenText.live;
  return notVisited > 0 ? [how, drivenText.notVisited(notVisited)] : [how];
}
