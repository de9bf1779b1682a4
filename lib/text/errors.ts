import type { ErrorCode, Failure } from '../core/base/errors';
import { REPORT_ERRORS } from './reports/errors';

interface ErrorSentence {
  /** What happened. */
  readonly sentence: string;
  /** What to do now. */
  readonly next: string;
}

const TABLE: Record<ErrorCode, ErrorSentence> = {
  'wrong-password': {
    sentence: 'Username and password do not match.',
    next: 'Check both and sign in again. API access uses the API user’s own password.',
  },
  'account-disabled': {
    sentence: 'This account is disabled.',
    next: 'Ask an administrator of your member to enable it.',
  },
  'password-expired': {
    sentence: 'This password has expired.',
    next: 'Set a new one in Monetize, then sign in with it.',
  },
  'too-many-sign-ins': {
    sentence: 'Too many sign-ins in a short time.',
    next: 'The service allows ten in five minutes. Wait a little, then try again.',
  },
  'key-refused': {
    sentence: 'The service did not accept this key.',
    next: 'Check username and key name, and that the public key is registered and active for this user.',
  },
  'key-missing': {
    sentence: 'The key of this sign-in is not in this browser any more.',
    next: 'Sign in with the password, or read the key again under Sign-ins.',
  },
  'account-changed': {
    sentence: 'Another sign-in was chosen meanwhile, so nothing was sent.',
    next: 'Switch back to the sign-in that this belongs to. What you typed is kept there.',
  },
  'account-other': {
    sentence: 'This signed in somebody else than before.',
    next: 'Nothing was changed. Forget this sign-in, and add the other one.',
  },
  'session-expired': {
    sentence: 'Your session has ended.',
    next: 'Sign in again. What you typed is kept.',
  },
  'not-permitted': {
    sentence: 'Your user may not do this.',
    next: 'Ask an administrator of your member for the right, or use another user.',
  },
  'trackers-not-enabled': {
    sentence: 'Impression trackers are not enabled for this member.',
    next: 'Ask your Microsoft account representative to enable the Impression Tracker Service for it.',
  },
  'not-found': {
    sentence: 'This no longer exists in Monetize.',
    next: 'Somebody may have deleted it. Refresh the list.',
  },
  'invalid-input': {
    sentence: 'The service refused these values.',
    next: 'Read what it said, correct the field, and save again.',
  },
  'in-use': {
    sentence: 'Something else still uses this.',
    next: 'Remove the other use first, then try again.',
  },
  'limit-reached': {
    sentence: 'The limit for these objects is reached.',
    next: 'Delete some that are no longer used, or ask for a higher limit.',
  },
  'rate-limited': {
    sentence: 'The service asks us to slow down.',
    next: 'Try again in a moment.',
  },
  'service-down': {
    sentence: 'The service has a problem on its side.',
    next: 'Nothing you typed is lost. Try again in a few minutes.',
  },
  network: {
    sentence: 'The service could not be reached.',
    next: 'Check your connection, VPN or proxy, then try again.',
  },
  'bad-answer': {
    sentence: 'The service gave an answer we cannot read.',
    next: 'Try again. If it stays, check the address under Environment.',
  },
  'bad-address': {
    sentence: 'This address cannot be used.',
    next: 'Give an https address, or an address on this computer (localhost).',
  },
  'address-letters': {
    sentence: 'This address has letters that may only look like those of the service.',
    next: 'Type it anew in plain letters; do not paste it.',
  },
  'address-of-console': {
    sentence: 'This is an ad server’s console and not the API: your password does not go there.',
    next: 'Use the service’s own address, https://api.appnexus.com.',
  },
  'address-unconfirmed': {
    sentence: 'Your password was not sent: this is not the service’s usual address.',
    next: 'Read the host below the password. If it is right, tick the box there and sign in again.',
  },
  'address-changed': {
    sentence: 'You were signed out: the session’s API address is not one that you signed in at.',
    next: 'Sign in again. What you typed is kept.',
  },
  'access-refused': {
    sentence: 'The browser did not allow access to this site.',
    next: 'Try again and choose Allow, or ask your administrator.',
  },
  'access-later': {
    sentence: 'Access is allowed, but the browser tells of pixels from its next start only.',
    next: 'Close the browser and open it again, this once, then begin here again. Until then no page is visited.',
  },
  'page-closed-to-extensions': {
    sentence: 'The browser does not let extensions work on this page.',
    next: 'Open the ad server’s console in this tab and try again.',
  },
  'extension-updated': {
    sentence: 'Piggyback was updated or turned off.',
    next: 'Reload the page, then open the builder again.',
  },
  'builder-closed': {
    sentence: 'This builder is no longer open.',
    next: 'Close it and open it again at the field. What you typed is kept.',
  },
  'builder-moved': {
    sentence: 'The page has just moved this builder, so the press did not count.',
    next: 'Look at what it is for, and press again.',
  },
  'advertiser-changed': {
    sentence: 'Another advertiser was chosen meanwhile.',
    next: 'Close the builder and open it again for that one. What you typed is kept for this one.',
  },
  'storage-failed': {
    sentence: 'The browser could not keep the data.',
    next: 'Free some disk space, then try again.',
  },
  'database-newer': {
    sentence: 'What is kept here was written by a newer version of Piggyback.',
    next: 'Update the extension. Nothing is lost, and nothing is read or changed until then.',
  },
  'database-failed': {
    sentence: 'The browser did not open what is kept here.',
    next: 'Try again. If it stays, restart the browser; what is in Monetize is not affected.',
  },
  'save-unsure': {
    sentence: 'It is not known whether this was saved: the answer got lost.',
    next: 'Save again: it is looked for in Monetize first, and made only if it is not there.',
  },
  'save-doubtful': {
    sentence: 'A tracker with these very values is there. It may be the one you saved.',
    next: 'Look at it in the list. If it is another one, save again to make yours.',
  },
  'saved-before': {
    sentence: 'What you saved before exists after all.',
    next: 'It is in the list. Change it there, or save again to make another one.',
  },
  ...REPORT_ERRORS,
  'visits-going': {
    sentence: 'Pages of another list are being visited.',
    next: 'Wait for their end under Verifications, or pause or stop them there.',
  },
  'changed-meanwhile': {
    sentence: 'Somebody else has changed this tracker meanwhile.',
    next: 'What you typed is kept. Compare it with the tracker as it is now, and save again.',
  },
  'run-going': {
    sentence: 'Other trackers are being made or changed just now.',
    next: 'Wait for the end of that run, or end it.',
  },
  'run-interrupted': {
    sentence: 'This run was interrupted over an hour ago.',
    next: 'What it has done is kept. Go on with it, or end it.',
  },
  'not-saved': {
    sentence: 'This was not saved: Piggyback was interrupted.',
    next: 'What you typed is kept. Look through it, and save again.',
  },
  'background-stopped': {
    sentence: 'The browser stopped Piggyback while it was at work.',
    next: 'Try again: what was being saved goes on by itself, and is not saved twice.',
  },
  cancelled: {
    sentence: 'Stopped.',
    next: 'What was loaded until then is kept. Refresh to go on.',
  },
  unexpected: {
    sentence: 'Something went wrong in Piggyback.',
    next: 'Try again. If it stays, report the text below.',
  },
};

// What goes wrong on this side, or on the way; the details are not the service's.
const OURS: ReadonlySet<ErrorCode> = new Set([
  'network',
  'bad-answer',
  'access-refused',
  'unexpected',
  'storage-failed',
  'database-newer',
  'database-failed',
  'extension-updated',
  'save-unsure',
  'save-doubtful',
  'saved-before',
  'changed-meanwhile',
  'not-saved',
  'run-going',
  'run-interrupted',
]);

/** A failure as a person reads it. */
export function errorText(failure: Failure): ErrorSentence & { readonly detail: string } {
  const entry = TABLE[failure.code];
  const wait = failure.retryAfterSeconds;
  return {
    sentence: entry.sentence,
    next: wait === null ? entry.next : `Try again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`,
    detail: failure.detail
      ? `${OURS.has(failure.code) ? 'Details' : 'The service said'}: ${failure.detail}`
      : '',
  };
}
