import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

/** What every site's handlers get from the server: the request's socket and its effective host. */
export interface SiteBindings extends HttpBindings {
  readonly siteHost: string;
}

/** One host's app. */
export interface Site {
  fetch(request: Request, bindings: SiteBindings): Response | Promise<Response>;
}

/** Cuts the connection instead of answering, as a broken network would. */
export function dropConnection(bindings: SiteBindings): Response {
  bindings.incoming.socket.destroy();
  // A fresh one: middleware adds headers to what it gets, and the original is shared by all.
  return new Response(null, { headers: RESPONSE_ALREADY_SENT.headers });
}
