import type { Finding, Severity } from '../base/finding';

/** What is only the consequence of what another rule saw in the same place. */
const THERE: Readonly<Record<string, readonly string[]>> = {
  'space-left': ['tracker-id-bad', 'type-bad', 'cost-not-a-number'],
  'quotes-left': ['tracker-id-bad', 'type-bad', 'cost-not-a-number'],
  'markup-left': ['tracker-id-bad', 'type-bad', 'cost-not-a-number'],
  'invisible-escaped': ['tracker-id-bad', 'type-bad', 'cost-not-a-number'],
  'cost-other-unit': ['cost-not-a-number'],
  'no-value': ['parameter-macro'],
};

/** The parameter that each of these misses; it may stand there, behind a slip in the query. */
const MISSED: Readonly<Record<string, string>> = {
  'tracker-id-bad': 'id',
  'type-missing': 't',
  'cachebuster-missing': 'cachebuster',
  'consent-string-missing': 'gdpr_consent',
};
const SLIPS = ['ampersand-left', 'query-malformed'];

/** Whoever sees one of these knows why the cachebuster is always the same. */
const SAME_CACHEBUSTER = ['cachebuster-missing', 'placeholder-left', 'cachebuster-date'];
const REPEATS = [
  'cachebuster-repeated',
  'cachebuster-shared',
  'cachebuster-counter',
  'cachebuster-alike',
];

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/**
 * The findings of one address without those that only follow from another: one fault is one remark, which is as
 * grave as what follows from it.
 */
export function withoutConsequences(
  findings: readonly Finding[],
  address: string,
): readonly Finding[] {
  const causes = new Map<Finding, Finding>();
  for (const one of findings) {
    const cause = findings.find((other) => other !== one && isFrom(one, other, address));
    if (cause) causes.set(one, cause);
  }
  if (causes.size === 0) return findings;
  return findings.flatMap((one) => {
    if (causes.has(one)) return [];
    const graver = findings.filter(
      (other) => causes.get(other) === one && RANK[other.severity] > RANK[one.severity],
    );
    const severity = graver[0]?.severity;
    return [severity === undefined ? one : { ...one, severity }];
  });
}

function isFrom(one: Finding, cause: Finding, address: string): boolean {
  if (THERE[cause.code]?.includes(one.code)) return isThere(one, cause);
  if (SLIPS.includes(cause.code)) return isBehindSlip(MISSED[one.code], address);
  if (!REPEATS.includes(one.code)) return false;
  // A reference that was left may stand in another parameter.
  const isEntity = cause.code === 'entity-left' && /[?&]cachebuster=[^&]*%26/i.test(address);
  return isEntity || SAME_CACHEBUSTER.includes(cause.code);
}

function isThere({ place: one }: Finding, { place: other }: Finding): boolean {
  return one !== null && other !== null && one.start < other.end && other.start < one.end;
}

function isBehindSlip(name: string | undefined, address: string): boolean {
  if (name === undefined) return false;
  // `id=531;t=2` has both in the value of the id.
  if (name === 'id' && /[?&]id=\d+[;?]/.test(address)) return true;
  // The first `?` is no slip.
  return new RegExp(`(?:[;?]|&(?:amp;)+)${name}=`).test(address.replace('?', ''));
}
