import { z } from 'zod';

import type { VirtualClock } from './virtual-clock';

const Envelope = z.object({ response: z.record(z.string(), z.unknown()) });

/** A request as it went out. */
export interface Sent {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly token: string | null;
}

/** What stands between the product and the service; `goOn` lets the request through. */
export type Between = (sent: Sent, goOn: () => Promise<Response>) => Promise<Response>;

export type Wire = ReturnType<typeof createWire>;

/** The way to the sandbox: notes what goes out, and lets a test stand in between. */
export function createWire(clock: VirtualClock) {
  const sent: Sent[] = [];
  let between: Between = (_, goOn) => goOn();
  const send: typeof fetch = async (input, init) => {
    const { method, url, headers } = new Request(input, init);
    const { pathname: path, searchParams: query } = new URL(url);
    const body = typeof init?.body === 'string' ? readBody(init.body) : null;
    const token = headers.get('authorization');
    const one: Sent = { at: clock.now(), method, path, query, body, token };
    sent.push(one);
    return between(one, () => clock.during(() => whole(fetch(input, init))));
  };
  return {
    fetch: send,
    /** Every request so far, oldest first. */
    sent,
    /** Those of one method to one service. */
    sentTo: (method: string, path: string) =>
      sent.filter((one) => one.method === method && one.path === path),
    /** Puts something in between, in the place of what was there. */
    put: (next: Between) => {
      between = next;
    },
    clear: () => {
      between = (_, goOn) => goOn();
    },
  };
}

// Read to its end at once: the clock must not go on between an answer's head and its body.
async function whole(answering: Promise<Response>): Promise<Response> {
  const answer = await answering;
  const { status, headers } = answer;
  return new Response(await answer.text(), { status, headers });
}

// A JWT is sent as it is.
function readBody(text: string): unknown {
  return text.startsWith('{') ? JSON.parse(text) : text;
}

/** Holds back the requests of such a kind; `begun` is when the first of them came, `goOn` lets them go on. */
export function holdBack({ wire }: { readonly wire: Wire }, method: string, path: string) {
  const begun = Promise.withResolvers<void>();
  const goes = Promise.withResolvers<void>();
  wire.put(async (sent, goOn) => {
    if (sent.method === method && sent.path.startsWith(path)) {
      begun.resolve();
      await goes.promise;
    }
    return goOn();
  });
  return { begun: begun.promise, goOn: () => goes.resolve() };
}

/** An answer of the service with other fields in its envelope. */
export async function withFields(
  answer: Response,
  change: (response: Record<string, unknown>) => Record<string, unknown>,
): Promise<Response> {
  const { status, headers } = answer;
  const { response } = Envelope.parse(await answer.json());
  return new Response(JSON.stringify({ response: { ...response, ...change(response) } }), {
    status,
    headers,
  });
}

/** An answer that the service has never been seen to give by itself, but may. */
export function answerWith(
  response: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return new Response(JSON.stringify({ response }), { status, headers });
}
