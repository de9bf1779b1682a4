/**
 * The columns of a tag sheet, in their order (ad-servers.md section 5: what people who receive such
 * sheets look for). Bare URL, image and JavaScript stand apart so that nobody has to cut one out of
 * another.
 */
export const SHEET_COLUMNS = [
  { key: 'trackerId', title: 'Tracker ID' },
  { key: 'trackerName', title: 'Tracker name' },
  { key: 'advertiser', title: 'Advertiser' },
  { key: 'lineItem', title: 'Line item' },
  { key: 'publisher', title: 'Publisher' },
  { key: 'adServer', title: 'Ad server' },
  { key: 'site', title: 'Site' },
  { key: 'placement', title: 'Placement ID/name' },
  { key: 'creative', title: 'Creative/ad name' },
  { key: 'dimensions', title: 'Dimensions' },
  { key: 'start', title: 'Start' },
  { key: 'end', title: 'End' },
  { key: 'format', title: 'Format' },
  { key: 'url', title: 'Impression URL (bare)' },
  { key: 'image', title: 'Impression tag (image)' },
  { key: 'javascript', title: 'Impression tag (JavaScript)' },
  { key: 'cachebuster', title: 'Cachebuster macro' },
  { key: 'cost', title: 'Cost macro + unit' },
  { key: 'consent', title: 'Consent macros' },
  { key: 'pasteInto', title: 'Paste into' },
  { key: 'qaResult', title: 'QA result' },
  { key: 'qaDate', title: 'QA date' },
  { key: 'qaBy', title: 'QA by' },
  { key: 'notes', title: 'Notes' },
] as const;

export type SheetColumn = (typeof SHEET_COLUMNS)[number]['key'];

/** The columns that hold a tag, by the form it has there. */
export const TAG_FORMS = ['url', 'image', 'javascript'] as const;
export type TagForm = (typeof TAG_FORMS)[number];

/** Stands where a tag has no such macro, so that an empty cell cannot be taken for "not filled in". */
export const NONE = 'none';
