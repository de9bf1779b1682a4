import { createServer as createPlainServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { once } from 'node:events';
import type { Server } from 'node:net';

import { getRequestListener, type HttpBindings } from '@hono/node-server';

import type { Certificate } from './certificate.ts';

type Handler = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

/** A server that listens. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 only, with TLS when a certificate is given. Port 0 picks a free one. */
export async function listen(
  fetch: Handler,
  port: number,
  certificate?: Certificate,
): Promise<Listening> {
  const listener = getRequestListener(
    (request, bindings) => {
      if (!('incoming' in bindings) || !isHttp1(bindings)) throw new Error('HTTP/1.1 only');
      return fetch(request, bindings);
    },
    { overrideGlobalObjects: false },
  );
  const handle: typeof listener = (incoming, outgoing) => listener(incoming, outgoing);
  const server = certificate
    ? createTlsServer({ key: certificate.key, cert: certificate.cert }, handle)
    : createPlainServer(handle);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function isHttp1(bindings: { incoming: { httpVersionMajor: number } }): bindings is HttpBindings {
  return bindings.incoming.httpVersionMajor === 1;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}
