import type { AddressProblem, AddressWarning } from '../../core/account/api-address';
import { errorText } from '../errors';

/** Words about another API address than the service's own. */
export const addressText = {
  about: 'Where your password goes',
  goesTo: 'Not the service’s usual address. Your password would go to',
  /** The host follows, in bold. */
  confirm: 'Send my password to',
  useProduction: 'Use api.appnexus.com',
};

/** The same about what a key signs. */
export const keyAddressText = {
  about: 'Where this key signs in',
  goesTo: 'Not the service’s usual address. This key would sign in at',
  confirm: 'Sign in at',
  risk: 'Whoever owns it could sign in as you with what this key signs. The service is at api.appnexus.com.',
};

/** What makes an address doubtful, and what to do. */
export const addressWarnings: Readonly<
  Record<AddressWarning, { readonly sentence: string; readonly next: string }>
> = {
  'look-alike': {
    sentence: 'This host looks like the service’s own, but it is another.',
    next: 'Whoever owns it would have your password. The service is at api.appnexus.com.',
  },
  'encoded-letters': {
    sentence: 'This host’s name is written in letters that may look like others (xn--).',
    next: 'Whoever owns it would have your password. The service is at api.appnexus.com.',
  },
};

/** Why an address may not be used, and what to do. */
export function addressProblemText(code: AddressProblem): string {
  const { sentence, next } = errorText({ code, detail: null, retryAfterSeconds: null });
  return `${sentence} ${next}`;
}
