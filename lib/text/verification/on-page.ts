import type { JudgedPage } from '../../core/verification/unfired';
import { formatCount, plural } from '../ui';
import { formatTime } from './verification';

type Looked = Pick<JudgedPage, 'found' | 'readAt'> & {
  readonly tags: readonly { readonly count: number }[];
};
type Limits = Pick<
  JudgedPage,
  'isAllRecorded' | 'closedFrames' | 'isCut' | 'failures' | 'replaced'
>;

const MOST_NAMES = 5;

/** Words of the tags on a page that did not fire. */
export const onPageText = {
  look: 'Look for tags on the page',
  lookShort: 'Look for tags',
  again: 'Look again',
  looking: 'Looking…',
  lookWhy:
    'Reads the page without changing it, and lists the impression trackers’ tags that did not fire, with the reason.',
  title: 'On the page, not fired',
  close: 'Close the list of tags on the page',
  lookedAt: (page: Looked) => `Looked at ${formatTime(page.readAt)}. ${onPageText.summary(page)}`,
  summary: ({ tags, found }: Omit<Looked, 'readAt'>) => {
    if (found === 0) return 'No tag found.';
    const count = tags.reduce((sum, tag) => sum + tag.count, 0);
    const tagsFound = plural(found, 'tag', 'tags');
    return count === 0
      ? `${tagsFound} found, none that did not fire.`
      : `${tagsFound} found, ${formatCount(count)} that did not fire.`;
  },
  none: 'No tag stands on this page that did not fire.',
  /** Of an expected tracker that was not seen. */
  reason: (sentence: string) => `On the page, not fired: ${sentence}`,
  times: (count: number) => `${formatCount(count)} times`,
  path: 'Stands in',
  frame: 'Frame',
  address: 'Address',
  /** What the list may lack, and why. */
  limits: ({ isAllRecorded, closedFrames, isCut, failures, replaced }: Limits) => [
    ...(isAllRecorded ? [] : ['Not everything that this page fired was recorded.']),
    ...(closedFrames > 0
      ? [
          `${plural(closedFrames, 'frame', 'frames')} could not be read: what stands in ${closedFrames === 1 ? 'it' : 'them'} is not known.`,
        ]
      : []),
    ...(isCut ? ['The page has more than is read of one: what comes after is not known.'] : []),
    ...(replaced.length > 0
      ? [
          `The page has put its own in the place of what the browser gives to read it (${replaced.slice(0, MOST_NAMES).join(', ')}): what is listed may be wrong.`,
        ]
      : []),
    ...(failures > 0
      ? [`${plural(failures, 'place', 'places')} of the page could not be read.`]
      : []),
  ],
  notSeen:
    'Closed shadow roots are not seen, nor the code of scripts that are loaded from files. A tag that is put in later is found when you look again.',
  unreadable: 'This page cannot be read.',
  unreadableNext:
    'Browsers keep extensions out of their own pages and of extension stores. One that stands at a breakpoint does not answer: let it go on. On any other page, reload it and look again.',
};
