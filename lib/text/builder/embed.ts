import { formatCount } from '../ui';

/** Words of the embedded tag builder that the builder itself does not have. */
export const embedText = {
  noTracker: 'No impression tracker',
  noTrackerNext: 'This page has not named the tracker to build a tag for.',
  noneChosen: 'Choose …',
  search: 'Search trackers',
  found: (shown: number, all: number) => `${formatCount(shown)} of ${formatCount(all)} in the list`,
  valueMissing: 'Choose a tracker, so that there is a tag.',
};
