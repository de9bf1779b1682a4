import { MAX_FIELD_TEXT, MAX_FILE_BYTES } from '../../core/base/limits';

/** Why nothing was checked, beside what is wrong with a sheet's file (`fileProblemText`) or a HAR (`harProblemText`). */
export type CommandProblem =
  | 'no-file'
  | 'too-many-files'
  | 'option-unknown'
  | 'server-unknown'
  | 'field-unknown'
  | 'id-unreadable'
  | 'host-unreadable'
  | 'file-missing'
  | 'file-not-readable'
  | 'file-too-large'
  | 'text-too-long'
  | 'not-text'
  | 'no-har'
  | 'too-many-hars'
  | 'option-wrong'
  | 'har-and-pages'
  | 'option-for-pages'
  | 'too-many-lists'
  | 'list-unreadable'
  | 'list-too-long'
  | 'no-pages'
  | 'page-unreadable'
  | 'expect-no-ids'
  | 'number-unreadable'
  | 'browser-unreadable'
  | 'remote-needs-live'
  | 'no-browser'
  | 'browser-not-started'
  | 'browser-not-reached'
  | 'out-not-writable'
  | 'baseline-unreadable';

const usageText =
  'npm run --silent check-tags -- [--server ID] [--field url] [--expect ID] [--host NAME] FILE|-';

const verifyUsageText =
  'npm run --silent verify -- --har FILE|- [--expect 531,532], or --pages FILE|- [--expect 531,532|FILE] [--out FOLDER] [--baseline FILE] ' +
  '[--at-once 2] [--listen 10] [--host NAME] [--chromium PROGRAM] [--live [--browser ws://…]…]. ' +
  'npm run --silent verify -- --har FILE|- [--expect 531,532] [--out FOLDER], or --pages FILE|- [--expect 531,532|FILE] [--out FOLDER] [--no-screenshots] [--baseline FILE] ' +
  '[--at-once 2] [--listen 10] [--chromium PROGRAM] [--live [--browser ws://…]…]. ' +
  'With --live every pixel goes to the real service, which counts and bills it.';

const millions = (count: number) => `${count / 1_000_000} million`;

/** What happened, and what to do; `value` is what was given. */
export const commandProblemText: Record<
  CommandProblem,
  { readonly sentence: (value: string) => string; readonly next: string }
> = {
  'no-file': {
    sentence: () => 'No file was named.',
    next: `Name one, or - for what comes in: ${usageText}`,
  },
  'too-many-files': {
    sentence: (value) => `One file is checked at a time; ${value} is one more.`,
    next: 'Call this once for each file. A name with blanks goes between quotation marks.',
  },
  'option-unknown': {
    sentence: (value) => `There is no option ${value}, or its value is missing.`,
    next: usageText,
  },
  'server-unknown': {
    sentence: (value) => `“${value}” is no ad server of the catalogue.`,
    next: 'Give its id or a usual name, such as gam, cm360 or “Campaign Manager 360”; leave it out where nobody knows.',
  },
  'field-unknown': {
    sentence: (value) => `There is no kind of field “${value}”.`,
    next: 'Give --field url for a field that takes nothing but a URL; leave it out for any other.',
  },
  'id-unreadable': {
    sentence: (value) => `“${value}” is no tracker’s id.`,
    next: 'Give a whole number above 0.',
  },
  'host-unreadable': {
    sentence: (value) => `“${value}” is no host’s name.`,
    next: 'Give a name such as px.example.com, without stars; several with commas between.',
  },
  'file-missing': {
    sentence: (value) => `There is no file ${value}.`,
    next: 'Look at its name and folder.',
  },
  'file-not-readable': {
    sentence: (value) => `${value} cannot be read.`,
    next: 'It may be a folder, or not yours to read.',
  },
  'file-too-large': {
    sentence: (value) => `${value} has over ${millions(MAX_FILE_BYTES)} bytes.`,
    next: 'Split it and check the parts one by one.',
  },
  'text-too-long': {
    sentence: (value) => `${value} has over ${millions(MAX_FIELD_TEXT)} characters of text.`,
    next: 'Cut out the part with the tags and check that.',
  },
  'not-text': {
    sentence: (value) => `${value} is neither text nor a sheet.`,
    next: 'Give a text, HTML, VAST, JSON, CSV or XLSX file.',
  },
  'no-har': {
    sentence: () => 'Neither a HAR file nor a list of pages was named.',
    next: `Name one, or - for what comes in: ${verifyUsageText}`,
  },
  'too-many-hars': {
    sentence: (value) => `One file is judged at a time, behind --har; ${value} is one more.`,
    next: 'Call this once for each file. A name with blanks goes between quotation marks; ids are separated by commas.',
  },
  'option-wrong': {
    sentence: (value) => `There is no option ${value}, or its value is missing.`,
    next: verifyUsageText,
  },
  'har-and-pages': {
    sentence: () => 'A HAR file and a list of pages were both named.',
    next: 'Call this once for each: a file is judged without a browser, pages are visited.',
  },
  'option-for-pages': {
    sentence: (value) => `A HAR file needs no browser, and ${value} is for pages that are visited.`,
    next: `Leave it out, or give --pages in place of --har: ${verifyUsageText}`,
  },
  'too-many-lists': {
    sentence: (value) => `One list of pages is read, behind --pages; ${value} is one more.`,
    next: 'Put all pages into one list. A name with blanks goes between quotation marks.',
  },
  'list-unreadable': {
    sentence: (value) => `${value} is no list: neither text nor a sheet that can be read.`,
    next: 'Give a text with one entry in each line, or a CSV or XLSX file with titles in its first row.',
  },
  'list-too-long': {
    sentence: (value) => `${value} has more entries than one run takes: 10,000.`,
    next: 'Split it and call this once for each part.',
  },
  'no-pages': {
    sentence: (value) => `There is no page in ${value}.`,
    next: 'Put an address into each line, or into a column called “url”.',
  },
  'page-unreadable': {
    sentence: (value) => `This line is no address of a page: ${value}`,
    next: 'Give whole addresses that begin with https:// or http://. A sheet needs a column called “url”.',
  },
  'expect-no-ids': {
    sentence: (value) => `No tracker’s id was found in ${value}.`,
    next: 'Put the ids into a column called “id”, or give a text with nothing but ids.',
  },
  'number-unreadable': {
    sentence: (value) => `“${value}” is not a number that goes there.`,
    next: 'Give --at-once from 1 to 8 browsers, --listen from 1 to 300 seconds.',
  },
  'browser-unreadable': {
    sentence: (value) => `“${value}” is no address of a browser.`,
    next: 'Give the one that the browser or its service names, beginning with ws:// or wss://; put bidi+ or cdp+ in front where it is not known by its path.',
  },
  'remote-needs-live': {
    sentence: () =>
      'A browser that runs elsewhere cannot be kept from the real service, which would count and bill every pixel.',
    next: 'Leave --browser out to visit the pages with a local browser, whose pixels stay here; or give --live if they shall be counted and billed.',
  },
  'no-browser': {
    sentence: (value) =>
      value === '' ? 'No Chromium was found on this machine.' : `There is no browser at ${value}.`,
    next: 'Install Chromium or Chrome, or name its program: --chromium PROGRAM.',
  },
  'browser-not-started': {
    sentence: (value) => `The browser at ${value} did not start.`,
    next: 'Start it by hand once to see what it says, or name another one: --chromium PROGRAM.',
  },
  'browser-not-reached': {
    sentence: (value) => `None of the browsers answered: ${value}.`,
    next: 'Look whether they run, and whether the addresses are whole; bidi+ or cdp+ in front says what one speaks.',
  },
  'baseline-unreadable': {
    sentence: (value) => `${value} is no result of an earlier run.`,
    next: 'Give the pages.json that --out wrote then, or what was printed.',
  },
  'out-not-writable': {
    sentence: (value) => `Nothing can be written to ${value}.`,
    next: 'Name a folder that is yours to write, or one that can be made.',
  },
};
