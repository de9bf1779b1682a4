import 'fake-indexeddb/auto';

import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { KEPT_EVENTS, KEPT_NAMED, KEPT_RUNS } from '@/lib/core/base/limits';
import { DEFAULT_KEEPING } from '@/lib/core/verification/keeping';
import { openDatabase } from '@/lib/store/database';

const PRIVACY = readFileSync('PRIVACY.md', 'utf8');
const STORAGE = 'lib/platform/storage';

/** What a module of the storage keeps, by its name. */
const NAMED = /(?:const KEY = |createKept(?:<[^(]*>)?\(\s*)'(\w+)'/;

const RECORDED = 'the impression-tracker requests (`imptr`) seen there';
const CHOSEN = 'your last choices in the builder, trackers used last, what was inserted';
const COLUMNS =
  'which columns you chose in sheets of tags and of trackers and in ad servers’ reports';

/** Each store of the database, and the words of PRIVACY.md that tell of it. */
const STORES: Readonly<Record<string, string>> = {
  trackerBlocks: 'a copy of the advertiser’s trackers',
  syncs: 'a copy of the advertiser’s trackers',
  drafts: 'what you typed into a form and have not saved',
  jobs: 'what is being saved',
  trackerEvents: 'what was done with a tracker here, for its passport',
  reports: 'reports that you asked for',
  reportCounts: 'reports that you asked for',
  comparisons: 'the ad server’s own report that you compared with it',
  comparisonFiles: 'the ad server’s own report that you compared with it',
  runs: 'runs that made or changed many trackers',
  runRows: 'and of each row the tracker, what was to be set and what came of it',
  verifications: 'names and notes that you give to verifications',
  pageViews: 'pages on which you had DevTools open',
  pixelRequests: RECORDED,
};

/** The same of what is kept under a name, in `storage.local` or in memory. */
const NAMES: Readonly<Record<string, string>> = {
  consoleMemory: CHOSEN,
  recentTrackers: CHOSEN,
  sheetColumns: COLUMNS,
  trackerColumns: COLUMNS,
  reportColumns: COLUMNS,
  reportMatches: 'to which tracker you said that an ad server’s placement belongs',
  reportSheets: 'what tag sheets that you lay beside such reports say of placements',
  adServers: 'your own ad servers',
  pixelHosts: 'pixel hosts',
  keeping: 'how many recordings are kept and how large',
  trackerTable: 'how the table of trackers and the list of requests stand',
  requestList: 'how the table of trackers and the list of requests stand',
  recordedSites: 'sites you have recorded without DevTools',
  dismissals: 'buttons you dismissed',
  accessPutOff: 'sites for which you do not want to be asked',
  webRequestSince: 'in which run of the browser you allowed a site',
  signIns: 'who has signed in',
  rehearsals: 'in which tab you rehearse',
  handedTag: 'a tag on its way to where it is tried',
};

describe('what is kept is told of in PRIVACY.md', () => {
  it('in every store of the database', async () => {
    const db = await openDatabase(crypto.randomUUID());
    expect([...db.objectStoreNames].toSorted()).toEqual(Object.keys(STORES).toSorted());
    db.close();
  });

  it('under every name of its own', () => {
    const names = readdirSync(STORAGE).flatMap(
      (file) => NAMED.exec(readFileSync(`${STORAGE}/${file}`, 'utf8'))?.[1] ?? [],
    );
    expect(names.toSorted()).toEqual(Object.keys(NAMES).toSorted());
  });

  it.each(Object.entries({ ...STORES, ...NAMES }))('%s', (_, words) => {
    expect(PRIVACY.replaceAll("'", '’')).toContain(words);
  });

  it.each([
    ['what is noted for passports', `the newest ${KEPT_EVENTS.toLocaleString('en')}`],
    ['runs', `the newest ${KEPT_RUNS}, until you sign out`],
    [
      'recordings',
      `the newest ${DEFAULT_KEEPING.recordings}, however old, with ${DEFAULT_KEEPING.requests.toLocaleString('en')} requests each`,
    ],
    [
      'what has a name',
      `${KEPT_NAMED} with any of these are kept beside the newest ${DEFAULT_KEEPING.recordings}`,
    ],
  ])('as much of it as there is: %s', (_, words) => {
    expect(PRIVACY).toContain(words);
  });
});
