import { ownValue } from '../../core/base/own-value';
import type { Accepts } from '../../core/ad-server/ad-server';
import type { ProblemCode, RowProblem } from '../../core/ad-server/profile-rules';
import type { FileProblem, RowOutcome } from '../../core/ad-server/profiles-file';
import type { ConsoleState } from '../../core/console/console-state';
import { formatCount, plural } from '../ui';

/** Words of the options page. */
export const optionsText = {
  title: 'Piggyback options',
  loading: 'Loading…',
  sections: {
    consoles: 'Consoles',
    servers: 'Your ad servers',
    hosts: 'Pixel hosts',
    button: 'Small button',
    recordings: 'Recordings',
    permissions: 'Permissions',
  },
  contents: 'Contents',

  apiWithheld: 'The browser withholds the service’s own host.',
  apiWithheldNext: 'Without access to api.appnexus.com nobody can sign in and no tracker loads.',
  allow: 'Allow access',

  consolesLead:
    'In a console that is on, a small button comes up at pixel fields. Turning one on asks the browser for the hosts named here and for no others; Piggyback looks there at the field you are in or point at, and at what is around it.',
  consolesNone:
    'You need none of these: on any page, the toolbar button, the context menu and Alt+Shift+P open the builder for the moment.',
  search: 'Search consoles',
  searchPlaceholder: 'Name or host',
  noMatch: 'No console matches',
  noMatchNext:
    'Open the console in a tab and turn it on from the toolbar, or add the ad server below.',
  turnOn: 'Turn on',
  turnOff: 'Turn off',
  turnOnOf: (name: string) => `Turn on ${name}`,
  turnOffOf: (name: string) => `Turn off ${name}`,
  allowOf: (name: string) => `Allow access to ${name}`,
  turnedOn: (name: string) => `${name} is on. Open tabs have the button already.`,
  turnedOff: (name: string) => `${name} is off, in open tabs too.`,
  withheldNext: 'Turned on here, but the browser gives no access. It may ask again.',
  hostUnsure: 'Check with the ad server',
  hostUnsureWhy: (confidence: string) =>
    `This address is not from the ad server’s own pages: ${confidence}.`,
  sources: 'Sources',
  sites: 'Other sites you turned on',
  homeless: (count: number) =>
    `${plural(count, 'ad server', 'ad servers')} without a known console address`,
  homelessNext: 'Add the address of yours, and the button works there too.',
  addAddress: 'Add address',
  addAddressOf: (name: string) => `Add address of ${name}`,

  serversLead:
    'Ad servers that the catalogue lacks, and macros or addresses that are different at yours. They go before the catalogue everywhere.',
  serversNone: 'No ad server of your own yet',
  serversNoneNext: 'Add one, change one of the catalogue, or take over a colleague’s file.',
  add: 'Add ad server',
  override: 'Change one of the catalogue',
  overridePlaceholder: 'Search the catalogue',
  newServer: 'New',
  overridden: 'Changed',
  managed: 'Set by your administrator',
  shadowed: 'Your administrator has set this ad server; your own row counts for nothing.',
  edit: 'Edit',
  editOf: (name: string) => `Edit ${name}`,
  remove: 'Remove',
  removeOf: (name: string) => `Remove ${name}`,
  removed: (name: string) => `Removed ${name}.`,
  undo: 'Undo',
  gives: (fields: readonly string[]) => `Gives: ${fields.join(', ')}`,

  export: 'Export',
  import: 'Import a file',
  importDrop: 'or drop it here',
  exported: (file: string) => `Saved ${file}.`,
  importSummary: (taken: number, refused: number) =>
    refused === 0
      ? `Took over ${plural(taken, 'row', 'rows')}.`
      : `Took over ${plural(taken, 'row', 'rows')}; ${plural(refused, 'row was', 'rows were')} left out.`,
  importEmpty: 'The file has no rows.',
  moreOutcomes: (count: number) =>
    `${plural(count, 'further row is', 'further rows are')} not listed here.`,

  formNew: 'New ad server',
  formEdit: (name: string) => `Edit ${name}`,
  formOverride: (name: string) => `Change ${name}`,
  restored: 'What you typed before is back.',
  overrideHint: 'Leave a field empty to keep what the catalogue says.',
  name: 'Name',
  hosts: 'Console addresses',
  hostsHint:
    'One a line. A host name, or an address copied from the browser; *. stands for every host below.',
  cachebuster: 'Cachebuster macro',
  cachebusterHint: 'Exactly as the ad server writes it, brackets and all. Empty: not known.',
  cachebusterAliases: 'Other macros that do the same',
  aliasesHint: 'One a line.',
  cost: 'Cost macro',
  costNotSaid: 'Not said',
  costNone: 'Has none',
  costMacro: 'Has this one',
  costMacroField: 'Macro',
  costUnit: 'Unit',
  costUnitHint: 'As the ad server puts it, such as CPM in EUR.',
  consent: 'Consent macros',
  gdpr: 'gdpr',
  gdprConsent: 'gdpr_consent',
  gpp: 'gpp',
  gppSid: 'gpp_sid',
  accepts: 'The field takes',
  acceptsHint: 'Tick none where you do not know: then nothing is ruled out.',
  maxLength: 'Longest URL, in characters',
  httpsOnly: 'Takes https only',
  notSaid: 'Not said',
  yes: 'Yes',
  no: 'No',
  pasteWhere: 'Where the tag goes',
  save: 'Save ad server',
  cancel: 'Cancel',
  saved: (name: string) => `Saved ${name}.`,
  catalogueSays: (value: string) => `Catalogue: ${value}`,
  notKnown: 'not known',

  buttonLead:
    'The small button comes up at a pixel field that you are in or point at, in consoles that are on.',
  never: 'Let it come up by itself',
  neverHint:
    'Off, it comes up nowhere. The builder still opens from the toolbar, the context menu and by keyboard.',
  shortcut: 'Alt+Shift+O leads to the button at the field you are in; arrow down opens its menu.',
  dismissed: 'Not wanted here',
  dismissedNone:
    'Nothing is dismissed. The button’s own menu does that: × or the other mouse button.',
  dismissedSite: 'Whole site',
  showAgain: 'Show again',
  showAgainAt: (what: string) => `Show again at ${what}`,
  restoredAt: (what: string) => `The button comes up again at ${what}.`,

  permissionsLead: 'What the browser grants Piggyback, and what for.',
  permission: 'Permission',
  what: 'What for',
  granted: 'Given',
  atInstall: 'At install',
  askedFor: 'When you turn it on',
  askedIn: 'When you allow it in DevTools or the side panel',
};

export const PERMISSIONS: readonly (readonly [
  name: string,
  purpose: string,
  when: 'atInstall' | 'askedFor' | 'askedIn',
])[] = [
  ['api.appnexus.com', 'Sign-in and trackers: the Digital Platform API.', 'atInstall'],
  [
    'storage',
    'The session, in memory and gone with the browser; your choices; what is on this page.',
    'atInstall',
  ],
  [
    'activeTab, scripting',
    'Opens the builder on the page you are looking at, or takes a picture of it for a proof, when you ask for it; tries there whether a rehearsal answers.',
    'atInstall',
  ],
  [
    'contextMenus',
    'The entries “Insert an impression tracker tag” on text fields, and “Open impression tracker …” on what is selected.',
    'atInstall',
  ],
  [
    'alarms',
    'Goes on with a save, a run over a sheet, or reading a list, that the browser stopped in the middle; ends a rehearsal.',
    'atInstall',
  ],
  [
    'sidePanel',
    'Shows the pixels of the page beside it, without DevTools (Chrome and Edge).',
    'atInstall',
  ],
  [
    'A console’s hosts',
    'Shows the small button there by itself. One console at a time, by name.',
    'askedFor',
  ],
  [
    'webRequest, the hosts of a site you test, adnxs.com',
    'Records pixels of that site of which DevTools does not tell, or all of them without DevTools. One site at a time, by name.',
    'askedIn',
  ],
  [
    'webRequest, all sites',
    'See what fires on the pages of a list that you have visited; in the side panel, what fires in frames of other sites.',
    'askedFor',
  ],
  [
    'All sites',
    'Rehearses the trackers of a tab, in Chrome and Edge: the browser’s rules answer them, and nothing is counted.',
    'askedFor',
  ],
];

export const consoleStateText: Record<ConsoleState, string> = {
  on: 'On',
  off: 'Off',
  withheld: 'Withheld',
};

export const acceptsText: Record<Accepts, string> = {
  url: 'A bare URL',
  img: 'An image tag',
  script: 'A script tag',
  html: 'Any HTML',
};

export const fieldText: Readonly<Record<string, string>> = {
  '': 'The row',
  id: 'id',
  name: optionsText.name,
  hosts: optionsText.hosts,
  cachebuster: optionsText.cachebuster,
  cachebusterAliases: optionsText.cachebusterAliases,
  cost: optionsText.cost,
  consent: optionsText.consent,
  accepts: optionsText.accepts,
  maxLength: optionsText.maxLength,
  httpsOnly: optionsText.httpsOnly,
  pasteWhere: optionsText.pasteWhere,
};

const PROBLEMS: Record<ProblemCode, string> = {
  'not-an-object': 'This is no ad server: a row is an object with an id.',
  'not-text': 'This must be a text that is not empty.',
  'not-a-list': 'This must be a list of at most 50.',
  'too-long': 'This is too long.',
  'id-missing': 'The id is missing.',
  'id-bad': 'An id has lower-case letters, digits and hyphens only.',
  'name-missing': 'A new ad server needs a name.',
  'nothing-given': 'Nothing is changed: give at least one field.',
  'macro-empty': 'A macro cannot be empty. Leave it out, or write null where it is not known.',
  'macro-space': 'A macro has no white space in it.',
  'macro-quote': 'A quote would end the tag’s attribute.',
  'macro-bracket': '< and > would break the tag.',
  'macro-plain':
    'This is a plain word, and no ad server would know it from text. Macros come in brackets or signs.',
  'macro-encoded':
    'This has no form of a macro that is known, so its signs would be percent-encoded in the URL, and the ad server would not find it.',
  'cost-bad': 'Write "none", null, or an object with macro and unit.',
  'consent-bad': 'Consent macros are gdpr, gdprConsent, usPrivacy, gpp and gppSid.',
  'accepts-unknown': 'A field takes url, img, script or html.',
  'length-bad': 'Give a whole number from 1 to 100,000.',
  'not-yes-or-no': 'This is true, false or null.',
  'host-not-text': 'A console address is a text.',
  'host-empty': 'The address is empty.',
  'host-not-https': 'Only https addresses can be asked for (http for this computer).',
  'host-too-wide': 'This stands for far too many sites. Name the console’s own host.',
  'host-path': 'Browsers ask for hosts, not for parts of one. Leave out the path.',
  'host-unreadable': 'This is no host name.',
};

/** Why a row or a field is refused. */
export function rowProblemText({ code, value }: RowProblem): string {
  return value && code !== 'name-missing' && code !== 'nothing-given'
    ? `${PROBLEMS[code]} (${value})`
    : PROBLEMS[code];
}

const OUTCOMES: Record<RowOutcome['outcome'], string> = {
  added: 'Added.',
  changed: 'Took the place of your row of the same id.',
  same: 'Was there already, just so.',
  refused: 'Left out.',
  managed: 'Left out: your administrator has set this ad server.',
  twice: 'Left out: its id comes twice in the file.',
};

// Of fields that nobody knows there may be any number, with names of any length.
const NAMED_FIELDS = 10;
const LONGEST_FIELD = 60;

/** What became of one row of a file, in a sentence or more. */
export function outcomeText({ outcome, problems, ignored }: RowOutcome): string {
  const why = problems.map(
    (problem) =>
      `${ownValue(fieldText, problem.field) ?? problem.field}: ${rowProblemText(problem)}`,
  );
  const named = ignored.slice(0, NAMED_FIELDS).map((name) => name.slice(0, LONGEST_FIELD));
  const more =
    ignored.length > named.length ? ` and ${formatCount(ignored.length - named.length)} more` : '';
  const unknown = ignored.length > 0 ? [`Not known and left out: ${named.join(', ')}${more}.`] : [];
  return [OUTCOMES[outcome], ...why, ...unknown].join(' ');
}

export const fileProblemText: Record<FileProblem, string> = {
  'not-json': 'This file is no JSON. Take the file that Piggyback exported.',
  'not-ours': 'This is no file of ad servers: its format is not piggyback-ad-servers.',
  'newer-version': 'This file is of another version. Update Piggyback, or export it again.',
  'no-list': 'This file has no list of ad servers.',
  'too-large': 'This file is over 2 MB. Take the file that Piggyback exported, or split it.',
  'too-many-rows': 'This file has over 1,000 ad servers. Split it and import the parts one by one.',
  'not-readable': 'The browser could not read this file. Choose it again.',
};
