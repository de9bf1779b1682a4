import { readTrackerId } from '@/lib/core/pixel/tracker-id';
import { type TitledRow, titledRows } from '@/lib/core/table/titled-rows';
import { readIds, TRACKER_ID_TITLE } from '@/lib/core/tracker/read-ids';

import { CommandError } from '../../shared/command-error';
import { type Input, readInput } from '../../shared/read-input';
import type { Expected } from '../arguments';
import { readList } from './table';

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
  const { rows, text } = readList(input, TITLES, MAX_EXPECTED);
  const titled = titledRows(rows, TITLES, 'id');
  if (titled === null && text === null) throw new CommandError('list-unreadable', input.name);
  if (titled !== null && titled.length > MAX_EXPECTED) {
    throw new CommandError('list-too-long', input.name);
  }
  const list = titled === null ? plainList(text ?? '') : titledList(titled);
  if (list.ids.length === 0) throw new CommandError('expect-no-ids', input.name);
  if (list.ids.length > MAX_EXPECTED) throw new CommandError('list-too-long', input.name);
  return list;
}

function plainList(text: string): ExpectedTrackers {
  return { ids: readIds(text).filter((id) => id > 0), names: new Map() };
}

function titledList(rows: readonly TitledRow<'id' | 'name'>[]): ExpectedTrackers {
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
