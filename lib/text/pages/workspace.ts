import { plural } from '../ui';

/** Words of the workspace, the one full page. */
export const workspaceText = {
  open: 'Open the workspace',
  product: 'Piggyback',
  places: 'Places',
  trackers: 'Trackers',
  tagSheets: 'Tag sheets',
  verifications: 'Verifications',
  titleOf: (place: string) => `${place} · Piggyback`,
  chooseTracker: 'Choose a tracker',
  chooseTrackerNext: 'Its form opens here, its tag, or its passport.',
  trackerRegion: 'The chosen tracker',
  nowhere: 'There is no such place',
  nowhereNext: 'The address leads nowhere. It may be cut off, or from another version.',
  toTrackers: 'Go to the trackers',

  loadingRecordings: 'Reading the recordings…',
  noRecordings: 'Nothing recorded yet',
  noRecordingsNext:
    'Open DevTools on the page that shows the creative, then load it: its pixel requests are recorded and kept here.',
  keptNext: 'The options say how many, and how long.',
  allRecordings: 'All verifications',
  noSuchRecording: 'This recording is not here',
  noSuchRecordingNext:
    'Only the newest are kept, and 200 more with a name, a note or a baseline. It may have gone, or have been made in another browser.',
  recordedColumns: {
    name: 'Page',
    startedAt: 'When',
    pages: 'Page views',
    requests: 'Requests',
    verdicts: 'Verdicts',
  },
  noPage: 'No page loaded',
  nothingExpected: 'Nothing expected',
  judging: 'Judging…',
  count: (count: number) => plural(count, 'recording', 'recordings'),
  notRead: 'Could not be read',
};
