import type { About, AddressRule } from '../rule';

/** No `&amp;` is left in an address that was called: in HTML it is written so, and a browser reads it as `&`. */
export const ampersandLeft: AddressRule = {
  kind: 'address',
  code: 'ampersand-left',
  written: null,
  fired: 'error',
  isOfPlain: false,
  look: ({ url }) => {
    if (!url.text.includes('&amp;')) return [];
    for (const parameter of url.parameters) {
      const { name, value } = parameter;
      // Behind redir everything is the target's, which has names of its own.
      const [, inside] = (name === 'redir' && /&(?:amp;)+([\w.-]+)=/.exec(value ?? '')) || [];
      const left = name.startsWith('amp;') ? name.replace(/^(?:amp;)+/, '') : inside;
      if (left !== undefined) return [{ at: parameter, values: { parameter: left } }];
    }
    return [];
  },
  seen: ({ parameter }) =>
    `&amp; was left in the URL: ${parameter ?? ''} is sent as amp;${parameter ?? ''}, which whoever reads it does not know.`,
  next: 'Write & where a bare URL is asked for. In HTML &amp; is right once, and wrong where a tool escapes it again.',
};

export const about: About = {
  why: 'The tag was escaped for HTML and then used where nothing undoes that, as in a script or a URL field. All parameters but the first are lost.',
  bad: 'https://ib.adnxs.com/imptr?id=531&amp;t=2&amp;cachebuster=8261',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=8261',
};
