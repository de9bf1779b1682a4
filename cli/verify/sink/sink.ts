import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Server } from 'node:net';

import type { Arrival } from '@/lib/core/recording/sink';

import { answerTo } from './answer';
import { type Certificate, createCertificate } from './certificate';

/** Every name of the service's hosts: its own, those without cookies, and those that its documentation has by mistake. */
const DOMAINS = ['adnxs.com', 'adnxs-simple.com', 'adnxs.net'];
const SERVICE_NAMES = DOMAINS.flatMap((domain) => [domain, `*.${domain}`]);

/** What is kept of one visit. */
export const MAX_ARRIVALS = 5000;
/** Node's own limit is 16 kB, and an address with `redir` may be longer. */
const MAX_HEADER_BYTES = 256_000;

/** A stand-in for the pixel service on this machine, for one browser. */
export interface Sink {
  /** For `--host-resolver-rules`: every name of the service, and every other that was given, leads here, or nowhere. */
  readonly hostRules: string;
  /** Where it listens: address and port, with TLS and without. */
  readonly endpoints: readonly string[];
  /** For `--ignore-certificate-errors-spki-list`. */
  readonly spkiHash: string;
  /** What arrived since this was last asked, in order. */
  take(): readonly Arrival[];
  close(): Promise<void>;
}

/** Starts to listen, on this machine alone, in place of the service and of what other names lead to it. */
export async function startSink(ownHosts: readonly string[] = []): Promise<Sink> {
  const names = [...SERVICE_NAMES, ...ownHosts];
  const certificate = await createCertificate(names);
  let arrivals: Arrival[] = [];
  let count = 0;
  const listener = (scheme: string) => (request: IncomingMessage, response: ServerResponse) => {
    const url = `${scheme}://${request.headers.host ?? ''}${request.url ?? ''}`;
    const { status, headers, body } = answerTo(url);
    count += 1;
    const arrival = {
      requestId: String(count),
      at: Date.now(),
      url,
      method: request.method ?? '',
      status,
      location: headers.Location ?? null,
      destination: textOf(request.headers['sec-fetch-dest']),
      referer: textOf(request.headers.referer),
    };
    if (arrivals.length < MAX_ARRIVALS) arrivals.push(arrival);
    request.resume();
    response.writeHead(status, headers).end(body);
  };
  const tls = await listen(serve(listener('https'), certificate));
  const plain = await listen(serve(listener('http'), null));
  return {
    hostRules: hostRulesFor(names, tls.port, plain.port),
    endpoints: [tls, plain].map(({ port }) => `127.0.0.1:${port}`),
    spkiHash: certificate.spkiHash,
    take() {
      const taken = arrivals;
      arrivals = [];
      return taken;
    },
    close: async () => {
      await Promise.all([tls.close(), plain.close()]);
    },
  };
}

/** Of several rules for a name the first one counts. */
function hostRulesFor(names: readonly string[], tlsPort: number, plainPort: number): string {
  return [
    ...names.map((name) => `MAP ${name}:443 127.0.0.1:${tlsPort}`),
    ...names.map((name) => `MAP ${name}:80 127.0.0.1:${plainPort}`),
    ...names.map((name) => `MAP ${name} ~NOTFOUND`),
  ].join(', ');
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

function serve(listener: Listener, certificate: Certificate | null) {
  const options = { maxHeaderSize: MAX_HEADER_BYTES };
  if (certificate === null) return createServer(options, listener);
  const { key, cert } = certificate;
  return createTlsServer({ ...options, key, cert }, listener);
}

async function listen(server: Server & { closeAllConnections(): void }) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sink has no port');
  return {
    port: address.port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function textOf(header: string | string[] | undefined): string | null {
  return typeof header === 'string' && header !== '' ? header : null;
}
