import { parseArgs } from 'node:util';

import { readTrackerId } from '@/lib/core/pixel/tracker-id';

import { CommandError } from '../shared/command-error';
import { hostsIn } from '../shared/hosts';
import { type Remote, readRemote } from './browsers/remote';

/** What is expected: ids that were given, and files that hold some. */
export interface Expected {
  /** Each once, in the order given. */
  readonly ids: readonly number[];
  readonly files: readonly string[];
}

interface AnyArguments {
  readonly expected: Expected;
  /** Hosts at which names of one's own lead to the service. */
  readonly ownHosts: readonly string[];
}

/** A HAR file to be judged; no browser is needed. */
export interface HarArguments extends AnyArguments {
  readonly kind: 'har';
  /** A path, or `-` for standard input. */
  readonly har: string;
  /** The folder for what is written; `null` for nothing. */
  readonly out: string | null;
}

/** Pages to be visited. */
export interface PagesArguments extends AnyArguments {
  readonly kind: 'pages';
  /** A path, or `-` for standard input. */
  readonly pages: string;
  /** Browsers that run already; none for Chromium of this machine. */
  readonly remotes: readonly Remote[];
  /** The program of a local browser; `null` to look for one. */
  readonly chromium: string | null;
  /** How many local browsers run side by side. */
  readonly atOnce: number;
  /** How long a loaded page is listened to at most, in milliseconds. */
  readonly listenMs: number;
  /** Pixels go to the real service, which counts and bills them. */
  readonly isLive: boolean;
  /** The folder for what is written; `null` for nothing. */
  readonly out: string | null;
  /** Each page that is visited is photographed for the proof. */
  readonly takesPictures: boolean;
  /** The result of an earlier run, with which this one is compared; `null` for none. */
  readonly baseline: string | null;
}

const MAX_AT_ONCE = 8;
const AT_ONCE = 2;
const MAX_SECONDS = 300;
const SECONDS = 10;

/** Reads the command's arguments. Fails with `CommandError`. */
export function readArguments(args: readonly string[]): HarArguments | PagesArguments {
  const { values, positionals } = parse(args);
  const [file, another] = values.har ?? [];
  const [more = another] = positionals;
  const { pages } = values;
  if (values.har !== undefined && pages !== undefined) throw new CommandError('har-and-pages');
  const expected = expectedOf(values.expect ?? []);
  const ownHosts = hostsIn(values.host ?? []);
  if (values.har !== undefined) {
    if (!file) throw new CommandError('no-har');
    const other = FOR_PAGES.find((name) => values[name] !== undefined);
    if (other !== undefined) throw new CommandError('option-for-pages', `--${other}`);
    if (more !== undefined) throw new CommandError('too-many-hars', more);
    return { kind: 'har', har: file, expected, ownHosts, out: values.out ?? null };
  }
  if (!pages) throw new CommandError('no-har');
  if (more !== undefined) throw new CommandError('too-many-lists', more);
  const remotes = (values.browser ?? []).map(remoteOf);
  const isLive = values.live === true;
  // No proxy and no mapping of ours is between a browser that runs elsewhere and the service.
  if (remotes.length > 0 && !isLive) throw new CommandError('remote-needs-live');
  return {
    kind: 'pages',
    pages,
    expected,
    ownHosts,
    remotes,
    chromium: values.chromium ?? null,
    atOnce: numberOf(values['at-once'], AT_ONCE, MAX_AT_ONCE),
    listenMs: numberOf(values.listen, SECONDS, MAX_SECONDS) * 1000,
    isLive,
    out: values.out ?? null,
    takesPictures: values.out !== undefined && values['no-screenshots'] !== true,
    baseline: values.baseline ?? null,
  };
}

const FOR_PAGES = [
  'browser',
  'chromium',
  'at-once',
  'listen',
  'live',
  'baseline',
  'no-screenshots',
] as const;

function expectedOf(given: readonly string[]): Expected {
  const files = given.filter((one) => /\.(?:csv|tsv|txt|xlsx)$/i.test(one));
  const lists = given.filter((one) => !files.includes(one));
  return { ids: [...new Set(lists.flatMap(idsIn))], files };
}

// A variable that is empty is a mistake: without expected trackers a file passes in which none of them fired.
function idsIn(list: string): readonly number[] {
  const ids = list.split(/[\s,;]+/).filter(Boolean);
  if (ids.length === 0) throw new CommandError('id-unreadable', list);
  return ids.map(idOf);
}

function idOf(text: string): number {
  const id = readTrackerId(text);
  if (id === null) throw new CommandError('id-unreadable', text);
  return id;
}

function remoteOf(text: string): Remote {
  const remote = readRemote(text);
  if (remote === null) throw new CommandError('browser-unreadable', text);
  return remote;
}

function numberOf(text: string | undefined, usual: number, most: number): number {
  if (text === undefined) return usual;
  const value = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most) throw new CommandError('number-unreadable', text);
  return value;
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        har: { type: 'string', multiple: true },
        pages: text,
        expect: { type: 'string', multiple: true },
        host: { type: 'string', multiple: true },
        browser: { type: 'string', multiple: true },
        chromium: text,
        'at-once': text,
        listen: text,
        live: { type: 'boolean' },
        out: text,
        'no-screenshots': { type: 'boolean' },
        baseline: text,
        // What is printed anyway, for who likes to say it.
        json: { type: 'boolean' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    const told = error instanceof Error ? /'(--?[\w-]+)/.exec(error.message)?.[1] : undefined;
    throw new CommandError('option-wrong', told ?? args.join(' '));
  }
}
