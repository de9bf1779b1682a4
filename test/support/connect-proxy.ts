import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';

/** A proxy for a browser that cannot be given host rules. */
export interface ConnectProxy {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Leads every https host to one port of this machine, whatever its name, and nothing anywhere else:
 * plain requests are refused, so that no test reaches the outside world.
 */
export async function startConnectProxy(targetPort: number): Promise<ConnectProxy> {
  const server = createServer((_, response) => response.writeHead(403).end());
  server.on('connect', (_, client, head) => {
    const target = connect(targetPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.write(head);
      target.pipe(client).pipe(target);
    });
    // Either end may hang up at any time; then so does the other.
    target.on('error', () => client.destroy());
    client.on('error', () => target.destroy());
    client.on('close', () => target.destroy());
  });
  const open = new Set<{ destroy(): unknown }>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return {
    port: address.port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
