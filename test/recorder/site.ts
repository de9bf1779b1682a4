import { once } from 'node:events';
import { createServer as createPlain, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTls } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

import { createCertificate } from '../sandbox/server/certificate.ts';
import type { Answer, Scenario, Served } from './scenario.ts';

const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const OURS = /^(?:ib|secure)\.adnxs\.com\.?$/;

export interface Site {
  readonly hostRules: readonly string[];
  /** From now on this scenario is served, on hosts of its own. */
  serve(scenario: Scenario, name: string): void;
  /** How often the impression endpoint was asked in this scenario. */
  asked(): number;
  /** Which trackers it was asked for in this scenario, each as often as it was. */
  askedFor(): readonly string[];
  /** The paths of pages that were asked for. */
  served(): readonly string[];
  close(): Promise<void>;
}

/** Names of a scenario's hosts, and numbers that are new each time. */
let last = 10_000_000;
export function fill(text: string, name: string): string {
  return text
    .replaceAll('{site}', `${name}.recorder.test`)
    .replaceAll('{other}', `${name}.ads.test`)
    .replaceAll('{third}', `${name}.cdn.test`)
    .replaceAll('{new}', () => String((last += 7)));
}

/** A server for the scenarios' pages and for the impression endpoint, with TLS and without. */
export async function startSite(): Promise<Site> {
  let scenario: Scenario | null = null;
  let name = '';
  let asked: string[] = [];
  let served: string[] = [];
  const held = new Set<ServerResponse>();
  const sockets = new Set<Socket>();

  function handle(request: IncomingMessage, response: ServerResponse): void {
    request.resume();
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s);
    if (OURS.test(host) || /\/imptr$/i.test(path)) {
      // What an earlier scenario still had under way is not of this one.
      const isOwn = (request.headers.referer ?? `//${name}.`).includes(`//${name}.`);
      return endpoint(path, query, response, isOwn);
    }
    served.push(path);
    if (path === '/ok.gif') return send(response, { type: 'image/gif' }, GIF);
    const page = scenario
      ? Object.entries(scenario.pages).find(
          ([at]) =>
            fill(at, name) === host + path ||
            (`{site}${at}` === `{site}${path}` && host.endsWith('.recorder.test')),
        )?.[1]
      : undefined;
    if (page === undefined) return send(response, { status: 404, type: 'text/plain' }, 'nothing');
    const {
      body = '',
      type = 'text/html;charset=utf-8',
      ...more
    } = typeof page === 'string' ? { body: page } : page;
    const rest = { ...more, headers: filled(more.headers) };
    const html = `<!doctype html><meta charset=utf-8><link rel=icon href=data:,>${body}`;
    send(response, { ...rest, type }, fill(type.startsWith('text/html') ? html : body, name));
  }

  function endpoint(path: string, query: string, response: ServerResponse, isOwn: boolean): void {
    if (path.startsWith('/bounce')) {
      const id = /id(?:=|%3D)(\d+)/i.exec(query)?.[1] ?? '';
      const status = scenario?.answers?.[`bounce ${id}`]?.status ?? 200;
      return send(response, { status, type: 'image/gif' }, GIF);
    }
    const id = /(?:^|[?&])id=(\d+)/.exec(query)?.[1] ?? '';
    const isFirst = !asked.includes(id);
    if (isOwn) asked.push(id);
    const answer: Answer = scenario?.answers?.[id] ?? {};
    if (answer.held) return void held.add(response);
    if (answer.dropped) return void response.socket?.destroy();
    const cors = { 'access-control-allow-origin': '*', ...filled(answer.headers) };
    const to = answer.redirect ?? decodeURIComponent(/(?:^|&)redir=(.*)$/s.exec(query)?.[1] ?? '');
    if (to !== '' && (isFirst || !answer.redirect || answer.forEver)) {
      return send(response, { status: 302, headers: { ...cors, location: fill(to, name) } }, '');
    }
    const isScript = /(?:^|&)t=1(?:&|$)/.test(query);
    const type = isScript ? 'application/javascript' : 'image/gif';
    const { status = 200 } = answer;
    const go = () => send(response, { status, type, headers: cors }, isScript ? 'void 0' : GIF);
    if (answer.delay === undefined) go();
    else setTimeout(go, answer.delay);
  }

  function filled(headers: Answer['headers'] = {}): Record<string, string> {
    return Object.fromEntries(
      Object.entries(headers).map(([header, value]) => [header, fill(value, name)]),
    );
  }

  function release(): void {
    for (const response of held) response.destroy();
    held.clear();
  }

  const certificate = await createCertificate();
  const servers = [
    createTls({ key: certificate.key, cert: certificate.cert }, handle),
    createPlain(handle),
  ];
  for (const server of servers) {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
  const [tls = 0, plain = 0] = servers.map((server) => portOf(server.address()));
  const hosts = [
    'ib.adnxs.com',
    'ib.adnxs.com.',
    'secure.adnxs.com',
    // Browsers know of the whole domain that it wants https.
    'px.recorder.dev',
    '*.recorder.test',
    '*.ads.test',
    '*.cdn.test',
  ];
  return {
    hostRules: [
      ...hosts.map((host) => `MAP ${host}:443 127.0.0.1:${tls}`),
      ...hosts.map((host) => `MAP ${host}:80 127.0.0.1:${plain}`),
      `MAP ib.adnxs.com:8443 127.0.0.1:${tls}`,
      // Whoever listens there does not speak TLS.
      `MAP ib.adnxs.com:8445 127.0.0.1:${plain}`,
      // Nobody listens at the port of echo.
      'MAP ib.adnxs.com:8444 127.0.0.1:7',
      'MAP * ~NOTFOUND',
      'EXCLUDE 127.0.0.1',
    ],
    serve(next, called) {
      release();
      [scenario, name, asked, served] = [next, called, [], []];
    },
    asked: () => asked.length,
    askedFor: () => asked,
    served: () => served,
    async close() {
      release();
      for (const socket of sockets) socket.destroy();
      for (const server of servers) server.close();
    },
  };
}

function send(
  response: ServerResponse,
  { status = 200, type, headers = {} }: Served,
  body: string | Buffer,
): void {
  response.writeHead(status, {
    'cache-control': 'no-store',
    ...(type !== undefined && { 'content-type': type }),
    ...headers,
  });
  response.end(status === 204 ? '' : body);
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}
