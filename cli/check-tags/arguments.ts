import { parseArgs } from 'node:util';

import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { adServerByName } from '@/lib/core/ad-server/names';
import { readTrackerId } from '@/lib/core/pixel/tracker-id';

import { CommandError } from '../shared/command-error';
import { hostsIn } from '../shared/hosts';

/** What is to be checked, and for which place. */
export interface Arguments {
  /** A path, or `-` for standard input. */
  readonly file: string;
  readonly server: AdServer | null;
  readonly field: 'url' | 'any';
  readonly expectedTrackerId: number | null;
  /** Hosts at which names of one's own lead to the service. */
  readonly ownHosts: readonly string[];
}

/** Reads the command's arguments. Fails with `CommandError`. */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  const [file, more] = positionals;
  if (file === undefined) throw new CommandError('no-file');
  if (more !== undefined) throw new CommandError('too-many-files', more);
  return {
    file,
    server: given(values.server, 'server-unknown', (name) => adServerByName(name, AD_SERVERS)),
    field: given(values.field, 'field-unknown', (kind) => FIELDS.get(kind) ?? null) ?? 'any',
    expectedTrackerId: given(values.expect, 'id-unreadable', readTrackerId),
    ownHosts: hostsIn(values.host ?? []),
  };
}

const FIELDS: ReadonlyMap<string, Arguments['field']> = new Map([
  ['url', 'url'],
  ['any', 'any'],
]);

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { server: text, field: text, expect: text, host: { ...text, multiple: true } },
      allowPositionals: true,
    });
  } catch {
    const option = args.find(
      (it) => /^--?[a-z]/i.test(it) && !/^--(?:server|field|expect|host)=/.test(it),
    );
    throw new CommandError('option-unknown', option ?? args.join(' '));
  }
}

function given<T>(
  value: string | undefined,
  problem: 'server-unknown' | 'field-unknown' | 'id-unreadable',
  read: (value: string) => T | null,
): T | null {
  if (value === undefined) return null;
  const found = read(value);
  if (found === null) throw new CommandError(problem, value);
  return found;
}
