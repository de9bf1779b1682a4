import type { RehearsalPorts } from '@/lib/app/rehearsal/ports';
import type { Lease } from '@/lib/core/rehearsal/lease';
import type { RehearsalRule } from '@/lib/core/rehearsal/rules';

/** A request as a browser's rules see it. */
export interface Asked {
  readonly url: string;
  readonly type: string;
  readonly tabId: number;
  /** The host of the document or worker that asks. */
  readonly initiator?: string;
}

/** Where the rules lead a request, step by step, as `declarativeNetRequest` is documented; the last is where it ends. */
export function ledBy(rules: readonly RehearsalRule[], asked: Asked): readonly string[] {
  const way = [asked.url];
  for (let url = asked.url; way.length < 10; way.push(url)) {
    const rule = rules.find((one) => isMet(one, { ...asked, url }));
    if (!rule) break;
    const { redirect } = rule.action;
    url =
      'url' in redirect
        ? redirect.url
        : url.replace(regexOf(rule), redirect.regexSubstitution.replaceAll(/\\(\d)/g, '$$$1'));
  }
  return way;
}

function regexOf({ condition }: RehearsalRule): RegExp {
  return new RegExp(condition.regexFilter, condition.isUrlFilterCaseSensitive ? '' : 'i');
}

function isMet(rule: RehearsalRule, { url, type, tabId, initiator = '' }: Asked): boolean {
  const { requestDomains, resourceTypes, tabIds, excludedInitiatorDomains } = rule.condition;
  const host = new URL(url).hostname.replace(/\.$/, '');
  const isIn = (name: string, domains: readonly string[]) =>
    domains.some((domain) => name === domain || name.endsWith(`.${domain}`));
  return (
    isIn(host, requestDomains) &&
    resourceTypes.some((one) => one === type) &&
    (tabIds === undefined || tabIds.includes(tabId)) &&
    !isIn(initiator, excludedInitiatorDomains ?? []) &&
    regexOf(rule).test(url)
  );
}

export const ORIGIN = 'chrome-extension://abcdefghijklmnop/';

/** What a browser holds of rehearsals, which outlives a worker; its rules do what they say. */
export function createRuleBrowser(did: string[] = []) {
  const held = {
    now: 1_000_000,
    leases: [] as readonly Lease[],
    rules: [] as readonly RehearsalRule[],
    missing: [] as string[],
    /** The web page in each tab. */
    tabs: new Map<number, string>(),
    /** The tabs whose button has a mark. */
    marked: new Set<number>(),
    wakesAt: null as number | null,
    /** Another extension or a policy stands before the rules. */
    isInTheWay: false,
    tokens: 0,
  };
  const ports: RehearsalPorts = {
    origin: ORIGIN,
    isPossible: true,
    missing: async () => held.missing,
    store: {
      read: async () => structuredClone(held.leases),
      write: async (leases) => {
        held.leases = structuredClone(leases);
      },
    },
    async setRules(rules) {
      held.rules = structuredClone(rules);
      did.push(`rules ${rules.length}`);
    },
    hostOf: async (tabId) => held.tabs.get(tabId) ?? null,
    hostsBeside: async (tabIds) =>
      [...held.tabs].flatMap(([tabId, host]) => (tabIds.includes(tabId) ? [] : host)),
    askFor: async (tabId, url) => {
      if (held.isInTheWay) return [null, null];
      const type = 'xmlhttprequest';
      const initiator = held.tabs.get(tabId) ?? '';
      const inPage = ledBy(held.rules, { url, type, tabId, initiator });
      const inWorker = ledBy(held.rules, { url, type, tabId: -1, initiator: 'abcdefghijklmnop' });
      return [inPage.at(-1), inWorker.at(-1)];
    },
    mark: async (tabId, isOn) => void (isOn ? held.marked.add(tabId) : held.marked.delete(tabId)),
    attend: (until) => {
      held.wakesAt = until;
    },
    newToken: () => {
      held.tokens += 1;
      return `00000000-0000-4000-8000-${String(held.tokens).padStart(12, '0')}`;
    },
    now: () => held.now,
    openAccess: async () => void did.push('access'),
  };
  return { held, ports, did };
}
