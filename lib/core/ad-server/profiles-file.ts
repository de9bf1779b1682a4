import { MAX_IMPORT_BYTES, MAX_IMPORT_ROWS } from '../base/limits';
import type { AdServer } from './ad-server';
import { readProfileRow, type RowProblem } from './profile-rules';
import type { ProfileRow, Profiles } from './profiles';

const LONGEST_TITLE = 100;

const PROFILES_FORMAT = 'piggyback-ad-servers';
const PROFILES_VERSION = 1;

/** What a file did that cannot be read at all. */
export type FileProblem =
  | 'not-json'
  | 'not-ours'
  | 'newer-version'
  | 'no-list'
  | 'too-large'
  | 'too-many-rows'
  | 'not-readable';

/** What became of one row of a file. */
export interface RowOutcome {
  /** Its place in the file, from 1. */
  readonly line: number;
  /** Its name or id, as far as it has one. */
  readonly title: string;
  readonly outcome: 'added' | 'changed' | 'same' | 'refused' | 'managed' | 'twice';
  readonly problems: readonly RowProblem[];
  readonly ignored: readonly string[];
}

export interface ImportResult {
  readonly problem: FileProblem | null;
  readonly outcomes: readonly RowOutcome[];
  /** The person's rows after the import; as before where nothing was taken. */
  readonly own: readonly ProfileRow[];
}

/** The rows as a file's text, which `importProfiles` reads again to the same rows. */
export function exportProfiles(rows: readonly ProfileRow[]): string {
  const file = { format: PROFILES_FORMAT, version: PROFILES_VERSION, adServers: rows };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Takes the rows of a file into the person's own. Each is added, replaces the own row of its id, or
 * is refused with its problems; one bad row keeps no other out. What the administrator has set is
 * not taken (`managed`), of two rows with one id the first (`twice`).
 */
export function importProfiles(
  text: string,
  { managed, own }: Profiles,
  catalogue: readonly AdServer[],
): ImportResult {
  const rows = readFile(text);
  if (typeof rows === 'string') return refusedImport(rows, own);
  const knownIds = new Set(catalogue.map((server) => server.id));
  const fixed = new Set(managed.map(({ id }) => id));
  const result = new Map(own.map((row) => [row.id, row]));
  const seen = new Set<string>();
  const outcomes = rows.map((value, index): RowOutcome => {
    const { row, problems, ignored } = readProfileRow(value, knownIds);
    const base = { line: index + 1, title: titleOf(value), problems, ignored };
    if (!row) return { ...base, outcome: 'refused' };
    if (fixed.has(row.id)) return { ...base, outcome: 'managed' };
    if (seen.has(row.id)) return { ...base, outcome: 'twice' };
    seen.add(row.id);
    const before = result.get(row.id);
    result.set(row.id, row);
    if (!before) return { ...base, outcome: 'added' };
    return { ...base, outcome: sameRow(before, row) ? 'same' : 'changed' };
  });
  return { problem: null, outcomes, own: [...result.values()] };
}

/** The result of a file of which nothing is taken. */
export function refusedImport(problem: FileProblem, own: readonly ProfileRow[]): ImportResult {
  return { problem, outcomes: [], own };
}

/**
 * The rows of an administrator's policy: a profiles file as text or as an object, or the bare list.
 * Rows that cannot be used are left out; anything else is no rows at all.
 */
export function readManagedProfiles(
  policy: unknown,
  catalogue: readonly AdServer[],
): readonly ProfileRow[] {
  const rows = typeof policy === 'string' ? readFile(policy) : rowsOf(policy);
  if (typeof rows === 'string') return [];
  const knownIds = new Set(catalogue.map((server) => server.id));
  const result = new Map<string, ProfileRow>();
  for (const value of rows) {
    const { row } = readProfileRow(value, knownIds);
    if (row && !result.has(row.id)) result.set(row.id, row);
  }
  return [...result.values()];
}

/** Whether two rows say the same, in whatever order. */
function sameRow(one: ProfileRow, other: ProfileRow): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function readFile(text: string): readonly unknown[] | FileProblem {
  if (text.length > MAX_IMPORT_BYTES) return 'too-large';
  let file: unknown;
  try {
    // Editors on Windows like to put a byte order mark in front.
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return 'not-json';
  }
  return rowsOf(file);
}

function rowsOf(file: unknown): readonly unknown[] | FileProblem {
  const rows = listIn(file);
  return typeof rows !== 'string' && rows.length > MAX_IMPORT_ROWS ? 'too-many-rows' : rows;
}

function listIn(file: unknown): readonly unknown[] | FileProblem {
  if (Array.isArray(file)) return file;
  if (typeof file !== 'object' || file === null) return 'not-ours';
  if (!('format' in file) || file.format !== PROFILES_FORMAT) return 'not-ours';
  if (!('version' in file) || file.version !== PROFILES_VERSION) return 'newer-version';
  return 'adServers' in file && Array.isArray(file.adServers) ? file.adServers : 'no-list';
}

function titleOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const name = 'name' in value ? value.name : undefined;
  const id = 'id' in value ? value.id : undefined;
  const title = [name, id].find((text) => typeof text === 'string' && text !== '')?.toString();
  return title?.slice(0, LONGEST_TITLE) ?? '';
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries
      .map(([key, item]) => [key, sorted(item)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
