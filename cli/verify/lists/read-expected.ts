import { readIds, TRACKER_ID_TITLE } from '@/lib/core/tracker/read-ids';
import { readTrackerId } from '@/lib/core/pixel/tracker-id';

import { CommandError } from '../../shared/command-error';
import { type Input, readInput } from '../../shared/read-input';
import type { Expected } from '../arguments';
import { readTitled, textOf } from './table';

/** The trackers that are expected, each once in the order given, and their names where a list tells them. */
export interface ExpectedTrackers {
  readonly ids: readonly number[];
  readonly names: ReadonlyMap<number, string>;
}

/** Trackers that are expected by one list. */
const MAX_EXPECTED = 10_000;
const MAX_NAME_CHARS = 300;

const TITLES = {
  id: TRACKER_ID_TITLE,
  name: /^(?:(?:impression|imp|pixel|tracker)s?[\s_-]*)*name$/i,
};

/** Puts together what was given and what stands in files. Fails with `CommandError`. */
export async function readExpected({ ids, files }: Expected): Promise<ExpectedTrackers> {
  const names = new Map<number, string>();
  const all = new Set(ids);
  for (const file of files) {
    const list = readTrackerList(await readInput(file));
    for (const id of list.ids) all.add(id);
    for (const [id, name] of list.names) names.set(id, name);
  }
  return { ids: [...all], names };
}

/** The trackers of one list: a sheet with a title such as `id`, perhaps with `name`, or ids and nothing else. */
export function readTrackerList(input: Input): ExpectedTrackers {
  const rows = readTitled(input, TITLES, 'id', MAX_EXPECTED);
  const list = rows === null ? plainList(input) : titledList(rows);
  if (list.ids.length === 0) throw new CommandError('expect-no-ids', input.name);
  if (list.ids.length > MAX_EXPECTED) throw new CommandError('list-too-long', input.name);
  return list;
}

function plainList(input: Input): ExpectedTrackers {
  return { ids: readIds(textOf(input)).filter((id) => id > 0), names: new Map() };
}

function titledList(rows: NonNullable<ReturnType<typeof readTitled<'id' | 'name'>>>) {
  const ids = new Set<number>();
  const names = new Map<number, string>();
  for (const { line, cells } of rows) {
    const { id: text = '', name = '' } = cells;
    if (text === '') continue;
    const id = readTrackerId(text);
    if (id === null) throw new CommandError('id-unreadable', `${text} (line ${line})`);
    ids.add(id);
    if (name !== '') names.set(id, name.slice(0, MAX_NAME_CHARS));
  }
  return { ids: [...ids], names };
}
