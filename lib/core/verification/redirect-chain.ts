import { asAsked, redirectTarget } from '../recording/redirect-target';
import type { CheckedRequest } from './checked-request';

/** One step of a chain of redirects; `row` is `null` where only the address of it is known. */
export interface ChainStep {
  readonly address: string;
  readonly row: CheckedRequest | null;
}

/** Longer chains end here, and so do loops. */
export const MAX_CHAIN = 30;

/**
 * The redirects that led to a request and those that follow, the first one first; the request alone where there is
 * none. What a recording does not hold, as the page that an ad server leads to, is known by its address only.
 */
export function redirectChainOf(
  rows: readonly CheckedRequest[],
  row: CheckedRequest,
): readonly ChainStep[] {
  const at = rows.indexOf(row);
  if (at < 0) return [{ address: row.request.url.raw, row }];
  const before: ChainStep[] = [];
  for (let index = at; before.length < MAX_CHAIN;) {
    const one = rows[index];
    if (!one?.isRedirectHop) break;
    const from = rows.findLastIndex(
      (other, place) => place < index && targetOf(other) === one.request.url.raw,
    );
    const found = rows[from];
    if (!found) break;
    before.unshift({ address: found.request.url.raw, row: found });
    index = from;
  }
  const steps: ChainStep[] = [...before, { address: row.request.url.raw, row }];
  for (let index = at; steps.length < MAX_CHAIN;) {
    const one = rows[index];
    const target = one ? redirectTarget(one.request) : null;
    if (!one || target === null) break;
    const asked = asAsked(target);
    const next = rows.findIndex(
      (other, place) => place > index && other.isRedirectHop && other.request.url.raw === asked,
    );
    steps.push({ address: target, row: rows[next] ?? null });
    if (next < 0) break;
    index = next;
  }
  return steps;
}

function targetOf({ request }: CheckedRequest): string | null {
  const target = redirectTarget(request);
  return target === null ? null : asAsked(target);
}
