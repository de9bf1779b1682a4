import { MAX_FIELD_TEXT, MAX_FILE_BYTES } from '../core/base/limits';

/** Why nothing was checked, beside what is wrong with a sheet's file (`fileProblemText`) or a HAR (`harProblemText`). */
export type CommandProblem =
  | 'no-file'
  | 'too-many-files'
  | 'option-unknown'
  | 'server-unknown'
  | 'field-unknown'
  | 'id-unreadable'
  | 'file-missing'
  | 'file-not-readable'
  | 'file-too-large'
  | 'text-too-long'
  | 'not-text'
  | 'no-har'
  | 'too-many-hars'
  | 'option-wrong';

const usageText = 'npm run --silent check-tags -- [--server ID] [--field url] [--expect ID] FILE|-';

const verifyUsageText = 'npm run --silent verify -- --har FILE|- [--expect 531,532] [--json]';

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
    sentence: () => 'No HAR file was named.',
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
};
