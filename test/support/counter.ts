import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export interface Counter {
  /** For Chromium's `--host-resolver-rules`: every name leads here, whatever the port. */
  readonly hostRules: readonly string[];
  /** What has come: each connection, and each packet without one. Nothing is answered. */
  came(): number;
  close(): Promise<void>;
}

/** Listens where every name leads to, and counts whoever comes, were it to connect alone. */
export async function startCounter(): Promise<Counter> {
  let came = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    came += 1;
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const packets = createSocket('udp4', () => (came += 1));
  packets.bind(port, '127.0.0.1');
  await once(packets, 'listening');
  return {
    hostRules: [`MAP * 127.0.0.1:${port}`],
    came: () => came,
    async close() {
      packets.close();
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
