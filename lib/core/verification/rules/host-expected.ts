import { PIXEL_HOST } from '../../tag/render-tag';
import type { Rule } from './rule';

/** The pixel goes to the service's own host. */
export const hostExpected: Rule = ({ request }) => {
  const { host } = request.url;
  if (host === PIXEL_HOST) return null;
  return { code: 'host-unexpected', severity: 'warning', values: { host, expected: PIXEL_HOST } };
};
