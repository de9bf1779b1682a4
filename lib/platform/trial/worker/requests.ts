import { absolute } from './loads';
import { define } from './scope';

/** Has code ask as from the page, where an address need not be whole: a worker has another address of its own. */
export function completeAddresses(): void {
  const plain = { fetch: globalThis.fetch, open: XMLHttpRequest.prototype.open };
  const whole = (input: unknown) =>
    typeof input === 'string' || input instanceof URL ? absolute(input) : input;
  const fetch = (input: unknown, init?: unknown) =>
    Reflect.apply(plain.fetch, globalThis, [whole(input), init]);
  define(globalThis, { fetch, fetchLater: fetch });
  define(XMLHttpRequest.prototype, {
    open(method: unknown, url: unknown, ...rest: unknown[]) {
      Reflect.apply(plain.open, this, [method, whole(url), ...rest]);
    },
  });
}
