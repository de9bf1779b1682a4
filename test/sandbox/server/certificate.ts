import { createHash, X509Certificate } from 'node:crypto';

import { generate } from 'selfsigned';

import { ALL_HOSTS } from '../hosts.ts';

/** A key pair for all our hosts, made anew at each start and trusted by nobody. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** For Chromium's `--ignore-certificate-errors-spki-list`: trust this certificate only. */
  readonly spkiHash: string;
}

/** Makes the certificate. An elliptic curve, as RSA keys take their time. */
export async function createCertificate(): Promise<Certificate> {
  const names = [...ALL_HOSTS, 'localhost'].map((value) => ({ type: 2 as const, value }));
  const made = await generate([{ name: 'commonName', value: 'Piggyback sandbox' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [...names, { type: 7, ip: '127.0.0.1' }] },
    ],
  });
  const spki = new X509Certificate(made.cert).publicKey.export({ type: 'spki', format: 'der' });
  const spkiHash = createHash('sha256').update(spki).digest('base64');
  return { key: made.private, cert: made.cert, spkiHash };
}
