import { plainTitle, wordsOfTitle } from '../../table/plain-title';
import { SHEET_COLUMNS, type SheetColumn, type TagForm } from '../columns';

/** What a column holds by its title: one of ours, or tags in a form that is not said. */
export type ColumnKind = SheetColumn | 'any';

// Titles met in other tag sheets (ad-servers.md section 5) and in the templates of ad servers and agencies,
// beside our own.
const OTHER_TITLES: readonly (readonly [ColumnKind, readonly string[]])[] = [
  [
    'trackerId',
    ['Imp Tracker ID', 'Impression Tracker ID', 'Pixel ID', 'Xandr Tracker ID', 'IMPTR ID'],
  ],
  ['trackerName', ['Imp Tracker Name', 'Impression Tracker Name', 'Pixel Name']],
  [
    'adServer',
    [
      'Ad server (target)',
      'Target',
      'Adserver',
      'Ad Server Name',
      'Ad Serving Platform',
      'Serving Platform',
      'Third-Party Ad Server',
      '3rd Party Ad Server',
      '3P Ad Server',
      '3PAS',
      'DSP',
      'Platform',
      'Buying Platform',
      'Served By',
    ],
  ],
  ['advertiser', ['Advertiser Name', 'Client', 'Brand']],
  ['lineItem', ['Line Item Name', 'Line Item ID', 'Insertion', 'Insertion Order Line']],
  ['publisher', ['Publisher Name', 'Supplier', 'Vendor', 'Media Owner', 'Media Partner']],
  ['site', ['Site Name', 'Site/Publisher', 'Publisher/Site', 'Website', 'Property']],
  [
    'placement',
    [
      'Placement ID',
      'Placement Name',
      'Placement',
      'Placement ID/Name',
      'Placement Description',
      'Package/Placement',
      'Ad Unit',
      'Position',
      'Zone',
    ],
  ],
  [
    'creative',
    [
      'Ad Name',
      'Creative Name',
      'Creative',
      'Creative ID',
      'Creative/Ad',
      'Ad ID',
      'Ad',
      'Asset',
      'Asset Name',
      'File Name',
      'Name',
    ],
  ],
  [
    'dimensions',
    ['Size', 'Sizes', 'Creative Dimensions', 'Creative Size', 'Ad Size', 'Placement Size', 'WxH'],
  ],
  ['start', ['Start Date', 'Placement Start Date', 'Flight Start', 'Live Date', 'From']],
  ['end', ['End Date', 'Placement End Date', 'Flight End', 'Until', 'To']],
  ['format', ['Format (image/script)']],
  ['notes', ['Note', 'Comment', 'Comments', 'Remarks', 'Trafficking Notes']],
  [
    'url',
    ['Impression URL', 'Pixel URL', 'Tag URL', 'Impression Tracking URL', 'Impression Tracker URL'],
  ],
  ['image', ['Impression Tag', 'Image Tag', 'IMG Tag']],
  [
    'javascript',
    [
      'JavaScript Tag',
      'JS_HTTPS',
      'Script',
      'Script | SECURED',
      'Display Blocking Script | SECURED',
      'Blocking JavaScript Tag',
    ],
  ],
  ['any', ['Third-party vendor tracking tag', 'Third-party tag', 'Tag Content', 'Content', 'Tag']],
  ['cachebuster', ['Cachebuster macro used']],
  ['cost', ['Cost macro + unit (or "none")', 'Cost macro']],
  ['consent', ['Consent macros used']],
  ['pasteInto', ['Paste into (screen/field)', 'Paste into']],
];

const KNOWN = new Map<string, ColumnKind>([
  ...OTHER_TITLES.flatMap(([key, titles]) =>
    titles.map((title) => [plainTitle(title), key] as const),
  ),
  ...SHEET_COLUMNS.map(({ key, title }) => [plainTitle(title), key] as const),
]);

/** The column with this title, in any case and with any punctuation; `null` where none is called so. */
export function columnCalled(title: string): ColumnKind | null {
  return KNOWN.get(plainTitle(title)) ?? null;
}

// What speaks of an impression's tag, what makes it another thing, and what says its form.
const CERTAIN = ['pixel', 'pixels', 'beacon', 'imptr', '1x1', '1by1'];
const TAG = ['tag', 'tags', 'tracker', 'trackers', 'tracking', 'code', 'snippet', 'url', 'urls'];
const OF_IMPRESSION = [
  'imp',
  'imps',
  'impression',
  'impressions',
  'view',
  '3p',
  '3rd',
  'third',
  'vast',
];
const OTHER_THING = new Set(
  (
    'click clicks clickthrough clickthru landing destination conversion id ids name names type types date ' +
    'size dimensions status count note notes comment comments description version vendor macro macros'
  ).split(' '),
);

/** The form of the tags in a column with such a title; `null` where it does not speak of impression tags. */
export function tagFormIn(title: string): TagForm | 'any' | null {
  const words = wordsOfTitle(title);
  const has = (list: readonly string[]) => words.some((word) => list.includes(word));
  if (words.some((word) => OTHER_THING.has(word))) return null;
  return has(CERTAIN) || (has(TAG) && has(OF_IMPRESSION)) ? formSaid(words) : null;
}

/** The form that a title says, whatever else it speaks of. */
export function formIn(title: string): TagForm | 'any' {
  return formSaid(wordsOfTitle(title));
}

function formSaid(words: readonly string[]): TagForm | 'any' {
  const has = (...list: readonly string[]) => list.some((word) => words.includes(word));
  if (has('javascript', 'js', 'script')) return 'javascript';
  if (has('url', 'urls', 'uri', 'link')) return 'url';
  return has('img') || (has('image') && has('tag')) ? 'image' : 'any';
}
