import { formatCount, plural } from '../ui';

/** Words of sign-in and the tracker list. */
export const popupText = {
  product: 'Piggyback',
  tagline: 'Impression trackers for Microsoft Monetize',
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  username: 'Username',
  password: 'Password',
  environment: 'Environment',
  apiAddress: 'API address',
  apiAddressHint: 'Production unless you test. Any https address, or this computer.',
  passwordKept: 'Your password goes to the service and is never stored.',
  sessionEnded: 'Your session has ended. Sign in to go on where you were.',
  signOut: 'Sign out',
  options: 'Options',
  signedInAs: (user: string, member: string) => `${user} · ${member}`,
  advertiser: 'Advertiser',
  advertiserPlaceholder: 'Search advertisers',
  chooseAdvertiser: 'Choose an advertiser',
  chooseAdvertiserNext: 'Its impression trackers are listed here. The choice is remembered.',
  trackers: 'Impression trackers',
  searchTrackers: 'Search trackers',
  searchPlaceholder: 'Name, ids, publisher:…, -not, ? for more',
  stateFilter: 'State filter',
  all: 'All',
  active: 'Active',
  inactive: 'Inactive',
  refresh: 'Refresh',
  newTracker: 'New tracker',
  columns: {
    id: 'Id',
    name: 'Name',
    facts: ['Publisher', 'Placement', 'Line item'] as const,
    modified: 'Modified',
    state: 'State',
  },
  listKeys:
    'Arrow keys move, Enter edits, C copies the tag, B builds it, S switches its state. ? explains the search.',
  copyTagOf: (name: string) => `Copy tag of ${name}`,
  editOf: (name: string) => `Edit ${name}`,
  buildTagOf: (name: string) => `Build tag of ${name}`,
  copied: (what: string, name: string) => `Copied the ${what} of ${name}.`,
  copiedInactive: 'Its tracker is inactive: nothing is counted until it is active.',
  copiedWithoutCachebuster:
    'It has no cachebuster: open the tag and choose the ad server once, to have its macro.',
  copyFailed: 'The browser did not allow copying. Open the tag and copy it from its preview.',
  saved: (name: string) => `Saved ${name}.`,
  created: (name: string, id: number) => `Created ${name} with id ${id}.`,
  deleted: (name: string) => `Deleted ${name}.`,
  loading: 'Loading trackers…',
  loaded: (loaded: number, total: number) =>
    `${formatCount(loaded)} of ${formatCount(total)} loaded`,
  loadedShort: (loaded: number, total: number) => `${formatCount(loaded)} of ${formatCount(total)}`,
  unread: (count: number) =>
    `${plural(count, 'tracker', 'trackers')} of this advertiser could not be read and ${count === 1 ? 'is' : 'are'} not listed. Look in Monetize before you create one that may be there.`,
  unreadable: (count: number) =>
    `${plural(count, 'tracker', 'trackers')} kept in this browser cannot be read by this version and ${count === 1 ? 'is' : 'are'} not listed. Press Refresh to read the list anew.`,
  stop: 'Stop',
  waiting: (seconds: number) => `The service’s rate limit: going on in ${seconds} s`,
  waitingShort: (seconds: number) => `Rate limit: ${seconds} s`,
  /** `total` is `null` while the list is still being read. */
  count: (shown: number, total: number | null) =>
    total === null
      ? `${plural(shown, 'tracker', 'trackers')} so far`
      : shown === total
        ? plural(total, 'tracker', 'trackers')
        : `${formatCount(shown)} of ${plural(total, 'tracker', 'trackers')}`,
  none: 'No impression trackers yet',
  noneNext: 'Create the first one for this advertiser.',
  noMatch: 'No tracker matches',
  noMatchNext: 'Search other words, or show all states.',
  clearSearch: 'Clear search',
  modified: (when: string) => `Modified ${when}`,
  noPlacement: 'All placements',
  noLineItem: 'No line item',
  noPublisher: 'No publisher',
  readOnly: 'This user can read but not change anything.',
  buildHere: 'Build a tag on this page',
  enableConsole: (host: string) => `Always offer it on ${host}`,
  enableReason:
    'Shows a small button at pixel fields of this console. Only this site is asked for.',
};
