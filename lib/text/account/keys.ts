import type { KeyProblem } from '../../core/account/private-key';
import { formatCount } from '../ui';

/** Words of signing in by a key. */
export const keysText = {
  lead: 'With a key there is no password to type, and a session that ends is renewed by itself. Whoever uses this browser profile signs in by it, too.',
  username: 'Username',
  name: 'Key name',
  nameHint: 'What the service will call this key. It is not secret.',
  have: 'The key',
  make: 'Make a key pair here',
  makeHint: 'Its private key is made by the browser and never exists as a file.',
  file: 'Read a private key file…',
  fileHint: 'PEM, PKCS#8 or PKCS#1, without a password. It is read once; the file is not kept.',
  paste: 'Or paste the private key',
  pasteHint: 'The field empties at once. The text is not kept anywhere.',
  working: 'One moment…',
  waiting: 'Keys that nobody signs in with yet',
  of: (name: string, username: string) => `${name} of ${username}`,
  bits: (bits: number) => `RSA, ${formatCount(bits)} bits`,
  registerTitle: '1. Register the public key',
  registerNow: 'Register it for this user',
  registered: 'Registered. Now sign in with it.',
  registerSelf:
    'You are signed in as this user: it can be registered from here, where the user is a network administrator.',
  registerByHand: (username: string, name: string) =>
    `A network administrator registers it for ${username} under the name ${name}, by POST /public-key. Or sign in as ${username} with the password first, and come back.`,
  publicKey: 'Public key',
  copy: 'Copy the public key',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying. Select the text and copy it.',
  signInTitle: '2. Sign in with it',
  signIn: 'Sign in with this key',
  drop: 'Delete this key',
  named: 'Give a username and a name for the key first.',
};

interface ProblemText {
  readonly sentence: string;
  readonly next: string;
}

/** Why a private key is not taken, and what to do. */
export const keyProblems: Readonly<Record<KeyProblem, ProblemText>> = {
  'too-long': {
    sentence: 'This is too long for a private key.',
    next: 'Choose the file that holds the key and nothing else.',
  },
  'no-key': {
    sentence: 'There is no private key in this.',
    next: 'A key begins with a line -----BEGIN PRIVATE KEY-----. Choose that file, or copy all of it.',
  },
  several: {
    sentence: 'There is more than one private key in this.',
    next: 'Choose a file with only the one that is registered.',
  },
  encrypted: {
    sentence: 'This private key is protected by a password.',
    next: 'Take the password off in a copy: openssl pkey -in key.pem -out open.pem. Read the copy here, then delete it.',
  },
  public: {
    sentence: 'This is the public key.',
    next: 'Signing in needs the private key that belongs to it.',
  },
  certificate: {
    sentence: 'This is a certificate, not a private key.',
    next: 'Choose the private key that belongs to it.',
  },
  'ssh-format': {
    sentence: 'This is a key for SSH, in a form that browsers do not read.',
    next: 'Make a key pair here. Or convert a copy: ssh-keygen -p -m PKCS8 -f key.',
  },
  'not-rsa': {
    sentence: 'This is no RSA key.',
    next: 'The service takes RSA keys alone. Make a key pair here.',
  },
  weak: {
    sentence: 'This key has fewer than 2,048 bits, and could be broken.',
    next: 'Make a key pair here, and register that.',
  },
  'too-strong': {
    sentence: 'This key has more than 16,384 bits, with which browsers do not sign.',
    next: 'Make a key pair here, and register that.',
  },
  broken: {
    sentence: 'This private key cannot be read: something of it is missing or changed.',
    next: 'Copy it again, from -----BEGIN to the last dash, or choose the file itself.',
  },
};
