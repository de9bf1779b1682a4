import {
  type Keeping,
  LEAST_REQUESTS,
  MOST_DAYS,
  MOST_RECORDINGS,
  MOST_REQUESTS,
} from '../../core/verification/keeping';
import { formatCount, plural } from '../ui';

/** Words for how many recordings are kept, and how long. */
export const keepingText = {
  lead: 'How many recordings of each account stay in this browser. What is beyond is deleted when the next one begins. Those with a name, a note or a baseline are not counted: the newest 200 stay, however old. A run that a baseline was accepted from, a run over pages that waits, and what is being recorded always stay. Export what is to stay for good.',
  recordings: 'Newest recordings that are kept',
  days: 'Days that one is kept',
  daysHint: 'Empty: however old.',
  requests: 'Requests that one recording keeps',
  requestsHint:
    'A recording that has so many goes on and keeps no more: it says so, and Repeat begins a new one. A larger number holds for those that have room.',
  unreadable: `Give a whole number of recordings from 1 to ${formatCount(MOST_RECORDINGS)}, and of days from 1 to ${formatCount(MOST_DAYS)} or none, and of requests from ${formatCount(LEAST_REQUESTS)} to ${formatCount(MOST_REQUESTS)}.`,
  save: 'Save numbers',
  saved: (keeping: Keeping) => `Saved. ${kept(keeping)}`,
  kept,
};

/** What stays, in one line. */
function kept({ recordings, days, requests }: Keeping): string {
  const newest =
    recordings === 1 ? 'The newest is kept' : `The ${formatCount(recordings)} newest are kept`;
  const long = days === null ? 'however old' : `for ${plural(days, 'day', 'days')}`;
  return `${newest}, ${long}, with at most ${formatCount(requests)} requests each.`;
}
