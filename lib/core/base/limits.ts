/**
 * How large a text may be that comes from a file or a person. Each has a sentence where it is met;
 * what is larger is not read, and nothing is cut without a word.
 */

/**
 * The longest text of a field that is read, in UTF-16 units. No pixel field holds a thousandth of it;
 * a page can make one that does.
 */
export const MAX_FIELD_TEXT = 1_000_000;

/** A file of ad servers, in bytes; a policy's text, in characters. All that are known take 60 kB. */
export const MAX_IMPORT_BYTES = 2_000_000;
/** Ad servers in such a file. */
export const MAX_IMPORT_ROWS = 1000;

/** A tag sheet's file, in bytes. */
export const MAX_FILE_BYTES = 20_000_000;
/** Rows with tags in a sheet, written or read. */
export const MAX_ROWS = 50_000;
/** Trackers in a sheet that is checked, or changed, at once: as many as two or three hours of writing at the service's pace. */
export const MAX_TRACKER_ROWS = 10_000;
/** Objects of one list that a sheet is checked against; a member has 20,000 placements and 3,000 line items at most (api.md 2.6). */
export const MAX_OBJECTS = 20_000;
/** Rows that a file has, the empty ones too. */
export const MAX_FILE_ROWS = 500_000;
/** How far down and to the right a cell may stand: as far as in Excel. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;
/** Columns whose titles are known, of one sheet. */
export const MAX_KNOWN_COLUMNS = 200;
/** Characters of a title by which a person chooses a column, and of what is kept of a sheet's titles. */
export const MAX_TITLE_CHARS = 80;
export const MAX_FINGERPRINT_CHARS = 40;
/** Cells of a file that are there, empty ones with a format too. */
export const MAX_CELLS = 6_000_000;
/** Characters of one cell. Excel holds 32,767, Sheets 50,000. */
export const MAX_CELL_CHARS = 100_000;
/** Characters of a sheet's rows all together. */
export const MAX_SHEET_CHARS = 100_000_000;

/** Parts of a workbook's archive. */
export const MAX_PARTS = 5000;
/** What the parts that are read unpack to, in bytes; 50,000 rows of ours are 63 MB. */
export const MAX_UNPACKED_BYTES = 200_000_000;
/** How much larger than packed a part may be, beyond the first two million bytes. Ours are 31 times as large. */
export const MAX_UNPACKED_RATIO = 100;
export const UNPACKED_ALLOWANCE = 2_000_000;
/** One tag or one stretch of text of a workbook's XML, in characters. */
export const MAX_XML_TOKEN = 1_000_000;

/** How long the reader of files may say nothing before it is given up, in milliseconds. */
export const MAX_SILENCE_MS = 20_000;

/** Steps of one job, as it is read back from the disk, and characters of each of its names. */
export const MAX_JOB_STEPS = 100_000;
export const MAX_JOB_TEXT = 10_000;

/** The longest URL of a recorded request that is kept whole, in characters. Chromium's own limit is 2 MB. */
export const MAX_URL_CHARS = 100_000;

/**
 * A HAR file, packed or not, in bytes. As text and as objects it takes some ten times as much for a moment, which a
 * worker of a browser has; Chromium's own exports of an hour at work take half of it.
 */
export const MAX_HAR_BYTES = 200_000_000;
/** Entries of a HAR file that are looked at, and requests and pages of it that are kept. */
export const MAX_HAR_ENTRIES = 500_000;
export const MAX_HAR_REQUESTS = 100_000;
export const MAX_HAR_PAGES = 10_000;

/**
 * Of a page on which tags are looked for: places that are given with the text around, and characters of one of these.
 * What is beyond is left out and said.
 */
export const MAX_PAGE_PLACES = 300;
export const MAX_PLACE_CHARS = 10_000;

/** Hosts of other tabs whose workers a rehearsal lets through. */
export const MAX_OTHER_HOSTS = 500;

/** Hosts that a person or an administrator adds to those of the service. */
export const MAX_OWN_HOSTS = 100;

/** Rows of one sheet of an exported verification: what a browser has memory for. What is beyond is left out and said. */
export const MAX_EXPORT_ROWS = 200_000;

/** How many more of an account that a person has named, noted or accepted, the newest. */
export const KEPT_NAMED = 200;
/** A recording with nothing in it goes after so many milliseconds. */
export const EMPTY_RECORDING_MS = 24 * 60 * 60 * 1000;

/** Of how many changed things open pages are told one by one. */
export const MAX_CHANGED_IDS = 1000;

/** How often a text may be escaped or wrapped, one inside the other: JSON in JSON round a VAST document is four. */
export const MAX_LAYERS = 8;

/**
 * A screenshot, in bytes, and as the text of its `data:` URL; its longest side in pixels; how many are kept of a recording;
 * and how much text those of one run over pages may be all together, so that its proof is still a file that opens.
 */
export const MAX_PICTURE_BYTES = 1_500_000;
export const MAX_PICTURE_CHARS = 2_000_100;
export const MAX_PICTURE_SIDE = 1_600;
export const KEPT_PICTURES = 12;
export const MAX_RUN_PICTURE_CHARS = 80_000_000;

/** A private key as text, in characters: one of 16,384 bits is 12,700. Sign-ins that are remembered, of several members. */
export const MAX_KEY_CHARS = 20_000;
export const MAX_SIGN_INS = 50;
/** Characters of a name: of a user, a member, a key. */
export const MAX_NAME_CHARS = 200;
/** How much is noted in the passports of an account's trackers, all together, and of one: the newest. */
export const KEPT_EVENTS = 50_000;
export const KEPT_EVENTS_OF_ONE = 500;
/** Trackers that a verification expects where they are chosen by hand: as many as a plan in a sheet has rows. */
export const MAX_EXPECTED = 50_000;
/** Verifications in which a tracker was seen firing that its passport shows: the newest. */
export const SEEN_IN_PASSPORT = 20;
/** Kept reports that a passport shows of a tracker at most. */
export const REPORTED_IN_PASSPORT = 10;
/** Runs that made or changed many trackers, of an account: the newest. */
export const KEPT_RUNS = 100;
/** How many reports of an account are kept, the newest, and how long: discrepancies are taken up for 90 days. */
export const KEPT_REPORTS = 50;
export const KEPT_REPORTS_MS = 120 * 24 * 60 * 60 * 1000;
/**
 * What is kept of an ad server's own report beside one of these, in bytes as they are counted in `report/kept-file`: as much as
 * the figures of the largest report take. What is larger is compared, and not kept.
 */
export const MAX_KEPT_FILE_BYTES = 16_000_000;
/** Reports of an account that are under way at a time: of two pages of the service's, the one that allows fewer. */
export const MAX_PENDING_REPORTS = 5;
