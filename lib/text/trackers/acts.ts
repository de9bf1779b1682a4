import type { TrackerState } from '../../core/tracker/tracker';
import { formatCount, plural } from '../ui';

const trackers = (count: number) => plural(count, 'tracker', 'trackers');
const of = (state: TrackerState) => (state === 'active' ? 'activated' : 'deactivated');

/** Words of acting on many trackers at once. */
export const actsText = {
  cancel: 'Cancel',
  close: 'Close',
  which: 'Which of the selected',
  all: (count: number) => `All ${formatCount(count)}`,
  onlyShown: (count: number) => `The ${formatCount(count)} shown`,
  hidden: (count: number) =>
    `${trackers(count)} of those selected ${count === 1 ? 'is' : 'are'} hidden by the search or the filter.`,

  switchTitle: (state: TrackerState) =>
    state === 'active' ? 'Activate trackers' : 'Deactivate trackers',
  willChange: (count: number, state: TrackerState) =>
    count === 0 ? 'Nothing would change.' : `${trackers(count)} will be ${of(state)}.`,
  unchanged: (count: number, state: TrackerState) =>
    `${trackers(count)} ${count === 1 ? 'is' : 'are'} ${state} already: nothing is sent for ${count === 1 ? 'it' : 'them'}.`,
  inactiveWhy:
    'Impressions of an inactive tracker are not counted, and its tags stay where they are.',
  tooMany: (most: number) =>
    `At most ${formatCount(most)} can be changed at once. Select fewer, and the others after them.`,
  doSwitch: (count: number, state: TrackerState) =>
    `${state === 'active' ? 'Activate' : 'Deactivate'} ${formatCount(count)}`,
  changes: 'What will change',
  more: (count: number) => `and ${formatCount(count)} more`,
  going: (done: number, total: number) => `${formatCount(done)} of ${formatCount(total)} done…`,
  stop: 'Stop',
  stopping: 'Stopping…',
  stopped: (left: number) => `Stopped. ${trackers(left)} ${left === 1 ? 'was' : 'were'} not sent.`,
  done: (count: number, state: TrackerState) => `${trackers(count)} ${of(state)}.`,
  failed: (count: number) => `${trackers(count)} could not be changed:`,

  tagsTitle: 'Copy tags',
  adServer: 'Ad server',
  noAdServer: 'No ad server: no macros',
  tagsWhat: (count: number) =>
    `${plural(count, 'tag', 'tags')}, each as Copy in its row would copy it: no cost, no redirect.`,
  tooManyTags: (most: number) => `At most ${formatCount(most)} tags can be copied at once.`,
  asText: 'Copy as text',
  asTable: 'Copy as a table',
  tagTitles: ['Tracker ID', 'Tracker name', 'Tag'] as const,
  inactive: (count: number) =>
    `${trackers(count)} ${count === 1 ? 'is' : 'are'} inactive: nothing is counted until ${count === 1 ? 'it is' : 'they are'} active.`,
  withoutCachebuster: (isForServer: boolean) =>
    isForServer
      ? 'They have no cachebuster: this ad server’s macro for it is not known.'
      : 'They have no cachebuster: choose the ad server to have its macro.',
  copied: (count: number) => `Copied ${plural(count, 'tag', 'tags')}.`,
  copyFailed: 'The browser did not allow copying. Make a tag sheet of them instead.',

  sheetTitle: 'Tag sheet',
  sheetWhat: (count: number) =>
    `Opens Tag sheets with ${trackers(count)} chosen, in place of those that were chosen there. Everything else typed there stays.`,
  otherOwner: (count: number) =>
    `${trackers(count)} of another advertiser ${count === 1 ? 'is' : 'are'} left out: choose that advertiser to act on ${count === 1 ? 'it' : 'them'}.`,
  toSheet: 'Open the tag sheet',

  verifyTitle: 'New verification',
  verifyWhat: (count: number) =>
    `A verification that expects ${trackers(count)}, once on each page view. Open it in the DevTools panel of the page and press Repeat: it is recorded there.`,
  name: 'Name',
  verifyNeedsName: 'Give it a name: one without a name and without requests is not kept.',
  create: 'Create',

  exportTitle: 'Export trackers',
  exportWhat: (count: number) =>
    `${trackers(count)} with all fields, as they were last read from the service.`,
  csv: 'Save as CSV',
  xlsx: 'Save as Excel',
  sheetName: 'Trackers',
  fileName: 'trackers',
  saved: (name: string) => `Saved ${name}.`,
};
