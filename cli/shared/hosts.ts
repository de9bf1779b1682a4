import { readOwnHosts } from '@/lib/core/pixel/own-hosts';

import { CommandError } from './command-error';

/**
 * Hosts at which names of one's own lead to the service, from options that each hold one or several with commas
 * between. Fails with `CommandError`.
 */
export function hostsIn(given: readonly string[]): readonly string[] {
  const { hosts, refused } = readOwnHosts(given.flatMap((one) => one.split(/[\s,;]+/)).join('\n'));
  const [wrong] = refused;
  if (wrong) throw new CommandError('host-unreadable', wrong.text);
  if (given.length > 0 && hosts.length === 0) throw new CommandError('host-unreadable', '');
  return hosts;
}
