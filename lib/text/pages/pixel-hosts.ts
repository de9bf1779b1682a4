import type { RefusedHost } from '../../core/pixel/own-hosts';
import { plural } from '../ui';

/** Words for pixel hosts of one's own. */
export const hostsText = {
  lead: 'Names of your own that lead to the pixel service (white-label), beside ib.adnxs.com and secure.adnxs.com. A tracker that is called there is recorded anyway; here you say that the host is right.',
  managed: 'Set by your administrator',
  own: 'Your pixel hosts',
  hint: 'One a line: px.example.com, or an address copied from a tag. No stars: each name is set up one by one.',
  save: 'Save hosts',
  saved: (count: number) =>
    count === 0 ? 'No host of your own is left.' : `Saved ${plural(count, 'host', 'hosts')}.`,
};

const PROBLEMS: Record<RefusedHost['problem'], string> = {
  'host-not-text': 'this is no text.',
  'host-empty': 'there is nothing.',
  'host-not-https': 'this is no address of the web.',
  'host-too-wide': 'this stands for far too many hosts.',
  'host-path': 'leave out the path.',
  'host-unreadable': 'this is no host name.',
  'host-star': 'a star is not taken here; write each name out.',
  'too-many-hosts': 'these are too many; a hundred are taken.',
};

/** Why a line is not taken. */
export function refusedHostText({ line, text, problem }: RefusedHost): string {
  return `Line ${line} (${text}): ${PROBLEMS[problem]}`;
}
