import { plural } from '../ui';

const requests = (count: number) => plural(count, 'recorded request', 'recorded requests');

/** Words of signing out. */
export const signOutText = {
  title: 'Sign out?',
  forgotten:
    'Your session, the copy of your trackers, the history of your runs over sheets and what you typed and did not save are forgotten.',
  unsaved: (forms: number) =>
    `${plural(forms, 'form has', 'forms have')} changes that are not saved: they would be lost.`,
  leftOfRuns: (trackers: number) =>
    `A run is not over: ${plural(trackers, 'row of its sheet', 'rows of its sheet')} would not be done any more. What is done by then stays.`,
  signOut: (forms: number) =>
    forms > 0
      ? `Sign out and lose what is typed in ${plural(forms, 'form', 'forms')}`
      : 'Sign out and end the run',
  recorded: (count: number) =>
    `${requests(count)} of yours can stay in this browser until you sign in again; nobody else who ` +
    'signs in sees them.',
  keep: (count: number) => `Sign out and keep ${requests(count)}`,
  delete: (count: number) => `Sign out and delete ${requests(count)}`,
  cancel: 'Stay signed in',
};
