import { type Keeping, MOST_DAYS, MOST_RECORDINGS } from '../../core/verification/keeping';
import { formatCount, plural } from '../ui';

/** Words for how many recordings are kept, and how long. */
export const keepingText = {
  lead: 'How many recordings of each account stay in this browser. What is beyond is deleted when the next one begins. Those with a name, a note or a baseline are not counted: the newest 200 stay, however old. Export what is to stay for good.',
  recordings: 'Newest recordings that are kept',
  days: 'Days that one is kept',
  daysHint: 'Empty: however old.',
  unreadable: `Give a whole number of recordings from 1 to ${formatCount(MOST_RECORDINGS)}, and of days from 1 to ${formatCount(MOST_DAYS)} or none.`,
  save: 'Save numbers',
  saved: (keeping: Keeping) => `Saved. ${kept(keeping)}`,
  kept,
};

/** What stays, in one line. */
function kept({ recordings, days }: Keeping): string {
  const newest =
    recordings === 1 ? 'The newest is kept' : `The ${formatCount(recordings)} newest are kept`;
  return days === null
    ? `${newest}, however old.`
    : `${newest}, for ${plural(days, 'day', 'days')}.`;
}
