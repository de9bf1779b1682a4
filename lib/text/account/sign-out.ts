import { plural } from '../ui';

const notes = (count: number) => plural(count, 'note', 'notes');
/** What the buttons name: the notes alone where nothing was recorded. */
const what = (recorded: number, noted: number) =>
  recorded > 0 ? requests(recorded) : notes(noted);
const requests = (count: number) => plural(count, 'recorded request', 'recorded requests');

/** Words of signing out. */
export const signOutText = {
  title: 'Sign out?',
  forgotten:
    'Your session, the copy of your trackers, the history of your runs and what you typed and did not save are forgotten.',
  unsaved: (forms: number) =>
    `${plural(forms, 'form has', 'forms have')} changes that are not saved: they would be lost.`,
  leftOfRuns: (trackers: number) =>
    `A run is not over: ${plural(trackers, 'tracker', 'trackers')} would not be made or changed any more. What is done by then stays.`,
  signOut: (forms: number) =>
    forms > 0
      ? `Sign out and lose what is typed in ${plural(forms, 'form', 'forms')}`
      : 'Sign out and end the run',
  stays: (recorded: number, noted: number) =>
    `${[
      ...(recorded > 0 ? [`${requests(recorded)} of yours`] : []),
      ...(noted > 0 ? [`${notes(noted)} in the passports of your trackers`] : []),
    ].join(
      ' and ',
    )} can stay in this browser until you sign in again; nobody else who signs in sees them.${
      recorded > 0 && noted > 0 ? ' The notes stay or go with the requests.' : ''
    }`,
  keep: (recorded: number, noted: number) => `Sign out and keep ${what(recorded, noted)}`,
  delete: (recorded: number, noted: number) => `Sign out and delete ${what(recorded, noted)}`,
  cancel: 'Stay signed in',
};
