import type { Rule } from './rule';

/** The pixel is called over https; a browser may stop or rewrite anything else on a secure page. */
export const secure: Rule = ({ request }) => {
  const { scheme } = request.url;
  return scheme === 'https' ? null : { code: 'not-https', severity: 'error', values: { scheme } };
};
