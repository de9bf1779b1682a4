import type { AdServer, Confidence } from '../../core/ad-server/ad-server';
import type { TagType } from '../../core/tag/tag-spec';
import { FIELD_BUTTON_LABEL } from './field-button';

/** Words of the tag builder, in the popup, in a console, and embedded in other pages. */
export const builderText = {
  menuTitle: FIELD_BUTTON_LABEL,
  title: 'Impression tag',
  close: 'Close',
  tracker: 'Tracker',
  trackerPlaceholder: 'Search by name or id',
  recent: 'Recent',
  newTracker: 'New tracker',
  backToTag: 'Back to the tag',
  type: 'Type',
  loadedBy: 'Called as',
  loadedByImage: 'Image (t=2)',
  loadedByScript: 'Script (t=1)',
  adServer: 'Ad server',
  noAdServer: 'Other ad server',
  ownAdServers: 'Your own',
  catalogue: 'Catalogue',
  cachebuster: 'Cachebuster',
  cachebusterHint: 'The macro your ad server replaces with a new number on every impression.',
  cachebusterUnknown: 'The macro of this ad server is not known. Ask the ad server for its name.',
  options: 'More: cost, consent, redirect',
  cost: 'Send the cost (ancost)',
  costHint:
    'Off for good reason: ancost overrides the payment rules in Monetize and means money per ' +
    'impression, while most ad servers fill in a CPM — a thousand times as much.',
  costValue: 'Cost per impression',
  costPlaceholder: '0.0025 or a macro',
  costMissing: 'Give the cost, or turn it off.',
  costUnit: (unit: string) => `Unit of this macro: ${unit}. Monetize reads money per impression.`,
  costConfirm: 'This macro is money per impression',
  consent: 'Pass consent along',
  consentHint:
    'Not documented for impression trackers; sibling pixels of Monetize take these parameters.',
  consentNone: 'No consent macro of this ad server is known.',
  redir: 'Redirect',
  redirHint: 'Another pixel to call afterwards. It is always put last.',
  comments: 'Put the tracker’s name in a comment round the tag',
  escaped: 'Write & as &amp;',
  escapedHint: 'For editors that insist on it. In HTML both mean the same.',
  preview: 'Preview',
  findings: 'Remarks',
  copy: 'Copy',
  copied: 'Copied',
  insert: 'Insert',
  inserted: 'Inserted, and read back from the field.',
  handedOver: 'Handed to the page.',
  replace: 'Replace',
  replaceHint: 'Puts this tag in place of everything the field holds.',
  replaced: 'Replaced, and read back from the field.',
  notInserted:
    'The field did not take the tag. It is on the clipboard: click into the field and paste.',
  noField: 'Click into the field first, then press Insert.',
  fieldGoneCopied:
    'The field is gone: the page has replaced or removed it. The tag is on the clipboard; open the ' +
    'builder again at the new field.',
  moved:
    'The page has just moved this builder, so the press did not count. Look at what it is for, and ' +
    'press again.',
  copyFailed: 'The browser did not allow copying. Select the tag and copy it yourself.',
  pasteWhere: 'Where it goes',
  signedOut: 'You are not signed in.',
  signedOutNext: 'Open Piggyback from the toolbar, sign in and choose an advertiser.',
  noAdvertiser: 'No advertiser is chosen.',
  noAdvertiserNext: 'Open Piggyback from the toolbar and choose one.',
  chooseTracker: 'Choose a tracker to see its tag.',
  otherConsole: (console: string, chosen: string) =>
    `This looks like the console of ${console}, but the tag is made for ${chosen}.`,
};

/** Words about what a field already holds. */
export const fieldText = {
  title: 'In this field',
  tag: (id: number | null, type: string) =>
    id === null ? `A tag without a tracker, ${type}` : `Tracker ${id}, ${type}`,
  fine: 'Pass: nothing wrong with it.',
  tooLong: 'The field holds more than a million characters, too many to be read here.',
  unread: 'What the field holds could not be read.',
  others: (count: number) =>
    count === 1 ? 'One other pixel, left alone.' : `${count} other pixels, left alone.`,
  fix: 'Fix',
  before: 'Now',
  after: 'After Fix',
  apply: 'Put it in the field',
  cancel: 'Leave it',
  fixed: 'Fixed, and read back from the field.',
};

export const tagTypeText: Record<TagType, string> = {
  image: 'Image',
  javascript: 'JavaScript',
  url: 'URL',
  vast: 'VAST',
  native: 'Native',
  amp: 'AMP',
};

/** The same within a sentence. */
export const tagTypeInSentence: Record<TagType, string> = {
  image: 'image tag',
  javascript: 'JavaScript tag',
  url: 'URL',
  vast: 'VAST tag',
  native: 'native tag',
  amp: 'AMP tag',
};

const CONFIDENCE: Record<Confidence, string | null> = {
  documented: null,
  own: 'Set up by you or your administrator.',
  'seen in public code':
    'These macros were seen in public code, not in its documentation: check with the ad server.',
  uncertain: 'Little is known of this ad server: check every macro with it.',
};

/** How far to trust an ad server's row; `null` where its own documentation says so. */
export function confidenceText(server: AdServer): string | null {
  return CONFIDENCE[server.confidence];
}
