import { hostOfAddress } from '../base/host-of-address';
import { z } from '../base/schema';
import { TAG_TYPES } from '../tag/tag-spec';
import { RefSchema } from '../tracker/tracker';

/** What was last used in one account of a console. */
export const ConsoleChoicesSchema = z.object({
  adServerId: z.nullable(z.string()),
  advertiser: z.nullable(RefSchema),
  type: z.enum(TAG_TYPES),
});
export type ConsoleChoices = z.infer<typeof ConsoleChoicesSchema>;

/** Newest first; one entry per console key. */
export const ConsoleMemorySchema = z.array(
  z.object({ key: z.string(), choices: ConsoleChoicesSchema }),
);
export type ConsoleMemory = z.infer<typeof ConsoleMemorySchema>;

export const REMEMBERED_CONSOLES = 200;

// Words after which consoles put the id of an account, in paths, hashes and queries. `p` and `a` are
// Display & Video 360's partner and advertiser (ad-servers.md section 4).
const ACCOUNT_WORD =
  /^(?:a|p|accounts?|advertisers?|agenc(?:y|ies)|clients?|companies|company|customers?|members?|networks?|orgs?|organi[sz]ations?|partners?|seats?|teams?|tenants?|workspaces?)(?:[-_]?id)?$/i;
const ID = /^(?:\d{1,20}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,64})$/i;

/**
 * Where something is remembered: a console's host and, where its address tells them, the account in
 * it: `host`, `host/12345` (Ad Manager), `host/accounts/123` (Campaign Manager 360, in the hash),
 * `host/p/1/a/2` (Display & Video 360). Ids of creatives and campaigns are no part of it. `null` for
 * an address without a host.
 */
export function consoleKey(address: string): string | null {
  const host = hostOfAddress(address);
  if (host === null) return null;
  const [, path = '', query = '', hash = ''] =
    /^https?:\/\/[^/?#]*([^?#]*)(\?[^#]*)?(#.*)?$/i.exec(address) ?? [];
  const [route = '', routeQuery = ''] = hash.replace(/^#!?/, '').split('?', 2);
  const account =
    accountInPath(path) ??
    accountInPath(route) ??
    accountInQuery(query.slice(1)) ??
    accountInQuery(routeQuery);
  return account === null ? host : `${host}/${account}`;
}

/** What was remembered for this console, or `null`. */
export function recall(memory: ConsoleMemory, key: string | null): ConsoleChoices | null {
  return memory.find((entry) => entry.key === key)?.choices ?? null;
}

/** The memory with these choices in front, and the oldest gone where there are too many. */
export function remember(
  memory: ConsoleMemory,
  key: string,
  choices: ConsoleChoices,
): ConsoleMemory {
  const others = memory.filter((entry) => entry.key !== key);
  return [{ key, choices }, ...others].slice(0, REMEMBERED_CONSOLES);
}

function accountInPath(path: string): string | null {
  const segments = path.split('/').filter((segment) => segment !== '');
  // An id in front of everything is the account itself, as in Ad Manager.
  if (segments[0] !== undefined && ID.test(segments[0])) return segments[0];
  const found: string[] = [];
  for (const [index, word] of segments.entries()) {
    const id = segments[index + 1];
    if (id !== undefined && ACCOUNT_WORD.test(word) && ID.test(id)) found.push(word, id);
    if (found.length === 4) break;
  }
  return found.length > 0 ? found.join('/') : null;
}

function accountInQuery(query: string): string | null {
  for (const pair of query.split('&')) {
    const [name = '', id = ''] = pair.split('=', 2);
    if (ACCOUNT_WORD.test(name) && name.length > 1 && ID.test(id)) return `${name}/${id}`;
  }
  return null;
}
