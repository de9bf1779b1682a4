import { parseArgs } from 'node:util';

import { readTrackerId } from '@/lib/core/pixel/tracker-id';

import { CommandError } from '../shared/command-error';

/** What is to be judged, and what is expected of it. */
export interface Arguments {
  /** A path, or `-` for standard input. */
  readonly har: string;
  /** Each once, in the order given. */
  readonly expectedIds: readonly number[];
}

/** Reads the command's arguments. Fails with `CommandError`. */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  const [har, another] = values.har ?? [];
  const [more = another] = positionals;
  if (!har) throw new CommandError('no-har');
  if (more !== undefined) throw new CommandError('too-many-hars', more);
  const ids = (values.expect ?? []).flatMap(idsIn);
  return { har, expectedIds: [...new Set(ids)] };
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

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        har: { type: 'string', multiple: true },
        expect: { type: 'string', multiple: true },
        // What is printed anyway, for who likes to say it.
        json: { type: 'boolean' },
      },
      allowPositionals: true,
    });
  } catch {
    const option = args.find((it) => /^--?[a-z]/i.test(it) && !/^--(?:har|expect)=/.test(it));
    throw new CommandError('option-wrong', option ?? args.join(' '));
  }
}
