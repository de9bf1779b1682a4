import type { HttpBindings } from '@hono/node-server';

type Handler = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

/** Tells of every request in a line: method, host, path, status. Never headers or bodies. */
export function logged(handle: Handler, log: (line: string) => void): Handler {
  return async (request, bindings) => {
    const response = await handle(request, bindings);
    const host = request.headers.get('x-sandbox-host') ?? request.headers.get('host') ?? '';
    const { pathname, search } = new URL(request.url);
    log(`${request.method} ${host}${pathname}${search} ${response.status}`);
    return response;
  };
}
