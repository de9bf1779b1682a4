import type { Finding } from '../base/finding';
import { readAddress } from '../pixel/read-address';
import { type Loader, type Outcome, OutcomeSchema } from '../recording/pixel-request';
import { withoutConsequences } from './consequences';
import { ADDRESS_RULES, REQUEST_RULES } from './index';
import type { AddressContext, RequestContext, RequestRule } from './rule';

const NONE: readonly Finding[] = [];
const FIRED_RULES = ADDRESS_RULES.flatMap((rule) =>
  rule.fired === null ? [] : [{ ...rule, fired: rule.fired }],
);

const FIRED_RULES_OF_PLAIN = FIRED_RULES.filter(({ isOfPlain }) => isOfPlain !== false);
const BY_OUTCOME = new Map<Outcome, readonly RequestRule[]>(
  OutcomeSchema.options.map((outcome) => [
    outcome,
    REQUEST_RULES.filter(({ outcomes }) => outcomes === undefined || outcomes.includes(outcome)),
  ]),
);

/** What every rule says of a request: of how it went, and of the address that was called. */
export function judgeRequest(context: RequestContext): readonly Finding[] {
  // Most requests have none, and a hundred thousand empty lists are a burden.
  let findings: Finding[] | null = null;
  for (const { code, severity, look } of BY_OUTCOME.get(context.request.outcome) ?? REQUEST_RULES) {
    const values = look(context);
    if (values) (findings ??= []).push({ code, severity, place: null, values, repair: null });
  }
  const { request, servers, ownHosts } = context;
  const address = {
    phase: 'fired',
    url: readAddress(request.url.raw),
    hidden: [],
    wantedType: wantedBy(request.loader),
    servers,
    ownHosts,
    server: null,
    expectedTrackerId: null,
    costIsPerImpression: true,
    isComputed: false,
    isFrontComputed: false,
    isAmp: false,
    isAnswered: request.outcome === 'answered' || request.outcome === 'withheld',
  } as const satisfies AddressContext;
  // Nearly every address is plain, and a hundred thousand are judged at a time.
  const isPlain = !/[^\w.~:/?&=-]/.test(request.url.raw);
  for (const { code, fired, look } of isPlain ? FIRED_RULES_OF_PLAIN : FIRED_RULES) {
    // Said once: the first is as good as the others.
    const [sight] = look(address);
    if (!sight) continue;
    const { at, values = {}, severity = fired } = sight;
    const place = { start: at.start, end: at.end };
    (findings ??= []).push({ code, severity, place, values, repair: null });
  }
  if (findings === null) return NONE;
  return findings.length === 1 ? findings : withoutConsequences(findings, request.url.raw);
}

// By `fetch` anything may be asked for.
const WANTED: Partial<Record<Loader, '1' | '2'>> = {
  script: '1',
  image: '2',
  ping: '2',
  document: '2',
};

function wantedBy(loader: Loader | null): '1' | '2' | null {
  return loader === null ? null : (WANTED[loader] ?? null);
}
