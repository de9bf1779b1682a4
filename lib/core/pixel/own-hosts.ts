import { readHostPattern, type HostProblem } from '../base/host-pattern';
import { MAX_OWN_HOSTS } from '../base/limits';

/** One line of a list of hosts that cannot be taken. */
export interface RefusedHost {
  readonly line: number;
  readonly text: string;
  readonly problem: HostProblem | 'host-star' | 'too-many-hosts';
}

/** A list of hosts as it was understood. */
export interface HostList {
  /** In lower case, each once, as they were written one after the other. */
  readonly hosts: readonly string[];
  readonly refused: readonly RefusedHost[];
}

/**
 * Names of one's own (white-label) under which trackers are called, one a line: a host, or an address copied from
 * a tag. What is behind the host counts for nothing; `*.` is not taken, since each name is set up one by one.
 */
export function readOwnHosts(text: string): HostList {
  const hosts = new Set<string>();
  const refused: RefusedHost[] = [];
  for (const [index, written] of text.split(/\r\n|[\r\n]/).entries()) {
    const line = written.trim();
    if (line === '') continue;
    const refuse = (problem: RefusedHost['problem']) =>
      refused.push({ line: index + 1, text: line.slice(0, 100), problem });
    const { host, problem } = readOwnHost(line);
    if (problem !== null) refuse(problem);
    else if (hosts.size >= MAX_OWN_HOSTS && !hosts.has(host)) refuse('too-many-hosts');
    else hosts.add(host);
  }
  return { hosts: [...hosts], refused };
}

/** The hosts of a list that was kept or set by an administrator: what cannot be read counts as not there. */
export function ownHostsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return readOwnHosts(value).hosts;
  if (!Array.isArray(value)) return [];
  const lines: readonly unknown[] = value;
  return readOwnHosts(lines.filter((line) => typeof line === 'string').join('\n')).hosts;
}

type ReadHost =
  | { readonly host: string; readonly problem: null }
  | { readonly host: null; readonly problem: RefusedHost['problem'] };

function readOwnHost(line: string): ReadHost {
  const bare = line.replace(/^(?:https?:)?\/\//i, '').replace(/[/?#].*$/, '');
  if (bare.includes('*')) return { host: null, problem: 'host-star' };
  const { pattern, problem } = readHostPattern(bare.replace(/\.$/, ''));
  if (problem !== null) return { host: null, problem };
  return { host: pattern.replace(/^\w+:\/\//, '').replace(/\/\*$/, ''), problem: null };
}
