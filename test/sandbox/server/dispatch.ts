import type { HttpBindings } from '@hono/node-server';

import { HOSTS } from '../hosts.ts';
import type { Site } from './site.ts';

type Handler = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

const LOCAL = new Set(['127.0.0.1', 'localhost']);

/** Sends each request to the site of its `Host` header. */
export function dispatchByHost(sites: ReadonlyMap<string, Site>): Handler {
  return (request, bindings) => {
    const siteHost = hostName(request);
    return serve(sites.get(siteHost), request, bindings, siteHost);
  };
}

/**
 * The same for the plain port, where a client in Node cannot pass off its host: `X-Sandbox-Host`
 * names the site, and without it the address is the API's, with `/imptr` beside it.
 */
export function dispatchPlain(sites: ReadonlyMap<string, Site>): Handler {
  return (request, bindings) => {
    const named = request.headers.get('x-sandbox-host') ?? hostName(request);
    const isPixel = new URL(request.url).pathname === '/imptr';
    const fallback = isPixel ? HOSTS.pixel : HOSTS.api;
    return serve(sites.get(LOCAL.has(named) ? fallback : named), request, bindings, named);
  };
}

function serve(
  site: Site | undefined,
  request: Request,
  bindings: HttpBindings,
  siteHost: string,
): Response | Promise<Response> {
  if (!site) return new Response(`The sandbox has no ${siteHost}\n`, { status: 421 });
  return site.fetch(request, { ...bindings, siteHost });
}

function hostName(request: Request): string {
  const host = request.headers.get('host') ?? '';
  return host.replace(/:\d+$/, '').toLowerCase();
}
