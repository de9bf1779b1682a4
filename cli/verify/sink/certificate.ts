import { createHash, X509Certificate } from 'node:crypto';

import { generate } from 'selfsigned';

/** A key pair made anew for each run. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** For `--ignore-certificate-errors-spki-list`: the one browser that is started trusts this certificate alone. */
  readonly spkiHash: string;
}

/** Makes a certificate for some hosts; its key is on no disk and is gone with the process. */
export async function createCertificate(hosts: readonly string[]): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'Piggyback' }], {
    // RSA keys take their time.
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) },
    ],
  });
  const spki = new X509Certificate(made.cert).publicKey.export({ type: 'spki', format: 'der' });
  const spkiHash = createHash('sha256').update(spki).digest('base64');
  return { key: made.private, cert: made.cert, spkiHash };
}
