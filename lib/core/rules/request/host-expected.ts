import { PIXEL_HOST, PIXEL_HOSTS } from '../../pixel/hosts';
import type { Rule } from './rule';

/** The pixel goes to one of the service's own hosts. */
export const hostExpected: Rule = ({ request }) => {
  const { host } = request.url;
  if (PIXEL_HOSTS.includes(host)) return null;
  return { code: 'host-unexpected', severity: 'warning', values: { host, expected: PIXEL_HOST } };
};
