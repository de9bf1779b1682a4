import { PIXEL_HOSTS } from '../../pixel/hosts';
import type { Rule } from './rule';

/** On the service's own hosts the path is `/imptr`, letter for letter. */
export const pathRight: Rule = ({ request }) => {
  const { host, path } = request.url;
  if (!PIXEL_HOSTS.includes(host) || path === '/imptr') return null;
  const values = { text: `${host}${path}`, expected: `https://${host}/imptr` };
  return { code: 'address-other', severity: 'error', values };
};
