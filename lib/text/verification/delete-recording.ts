import { plural } from '../ui';

/** How much of a recording there is. */
interface Extent {
  readonly requests: number;
  readonly pages: number;
}

/** Words of deleting a recording. */
export const deleteRecordingText = {
  delete: 'Delete',
  deleteNamed: (name: string) => `Delete the recording of ${name}`,
  title: (name: string) => `Delete the recording of ${name}?`,
  /** `extent` is `null` where it is not known. */
  consequence: (when: string, extent: Extent | null) =>
    `${lost(extent)} of ${when}, the trackers expected there and their verdicts are gone from this ` +
    'browser for good. Files that were exported stay.',
  goesOn: 'Where DevTools still records it, it goes on in a new recording from that moment.',
  confirm: 'Delete for good',
  cancel: 'Keep it',
};

function lost(extent: Extent | null): string {
  if (extent === null) return 'What was recorded';
  const requests = plural(extent.requests, 'recorded request', 'recorded requests');
  return `${requests} in ${plural(extent.pages, 'page view', 'page views')}`;
}
