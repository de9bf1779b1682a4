/** Words of the embedded tag builder that the builder itself does not have. */
export const embedText = {
  noTracker: 'No impression tracker',
  noTrackerNext: 'This page has not named the tracker to build a tag for.',
  valueMissing: 'Choose a tracker, so that there is a tag.',
};
