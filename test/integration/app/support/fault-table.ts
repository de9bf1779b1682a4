import type { ErrorCode } from '@/lib/core/base/errors';

import type { ApiFault, FaultInput, QuirkFault } from '../../../sandbox/faults/schema.ts';

/** A fault of the sandbox, and what a person may be told when one request of theirs meets it. */
export interface WalkedFault {
  readonly fault: FaultInput;
  /** Other codes than these are wrong; that all goes well is always right. */
  readonly says: readonly ErrorCode[];
  /** Whether a call may meet it; every one may where it does not say. */
  readonly isOf?: (call: CallShape) => boolean;
}

interface CallShape {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly string[];
}

// That something was done which was not, is a lie and not a fault; what is answered with an object can be told.
const isAnsweredWithMore = ({ method, path }: CallShape) =>
  method === 'GET' || (method !== 'DELETE' && path !== '/public-key');

/** Where one writes and the answer is lost, looking for it may say so. */
const LOST = ['network', 'save-unsure', 'save-doubtful', 'bad-answer'] as const;
const BUSY = ['rate-limited', 'too-many-sign-ins', 'save-unsure'] as const;
const DOWN = ['service-down', 'save-unsure'] as const;
const ENDED = [
  'session-expired',
  // At a sign-in the same answer is the refusal of the password or the key.
  'wrong-password',
  'key-refused',
] as const;

type Expired = Extract<ApiFault, { kind: 'expired' }>['variant'];
const EXPIRED: Readonly<Record<Expired, true>> = {
  'noauth-200': true,
  'noauth-401': true,
  'syntax-200': true,
};

/** A service's answer to what it does not do, in words that were reported. */
function answer(
  status: number,
  response: Record<string, string>,
  ...says: ErrorCode[]
): WalkedFault {
  return { fault: { kind: 'answer', status, response }, says: [...says, 'save-unsure'] };
}

/** Every kind of fault; a kind that is missing here does not compile. */
const TABLE: Readonly<
  Record<ApiFault['kind'] | QuirkFault['kind'], Readonly<Record<string, WalkedFault>>>
> = {
  slow: {
    'that keeps a person waiting': { fault: { kind: 'slow', ms: 3000 }, says: [] },
    'that takes longer than anybody waits': { fault: { kind: 'slow', ms: 40_000 }, says: LOST },
  },
  429: {
    'for seconds': { fault: { kind: '429' }, says: BUSY },
    'for an hour': { fault: { kind: '429', retryAfter: 3600 }, says: BUSY },
  },
  503: {
    'that throttles': { fault: { kind: '503' }, says: BUSY },
    'of an outage': { fault: { kind: '503', throttling: false }, says: DOWN },
  },
  expired: Object.fromEntries(
    readKeys(EXPIRED).map((variant) => [
      variant,
      { fault: { kind: 'expired', variant }, says: ENDED },
    ]),
  ),
  drop: {
    'before the work': { fault: { kind: 'drop' }, says: LOST },
    'after the work': { fault: { kind: 'drop', afterWork: true }, says: LOST },
  },
  malformed: {
    'before the work': { fault: { kind: 'malformed' }, says: LOST },
    'after the work': { fault: { kind: 'malformed', afterWork: true }, says: LOST },
  },
  answer: {
    'that it has a problem': answer(
      200,
      { error_id: 'SYSTEM', error: 'Something failed' },
      'service-down',
    ),
    'that the user may not': answer(
      200,
      { error_id: 'UNAUTH', error: 'Not permitted' },
      'not-permitted',
    ),
    'that a limit is reached': answer(
      200,
      { error_id: 'LIMIT', error: 'Too many' },
      'limit-reached',
    ),
    'that too many came at once': answer(
      200,
      { error_id: 'LIMIT', error: 'Too many concurrent requests' },
      ...BUSY,
    ),
    'that it is used': answer(200, { error_id: 'INTEGRITY', error: 'In use' }, 'in-use'),
    'with OK and nothing else': {
      ...answer(200, { status: 'OK' }, ...LOST),
      isOf: isAnsweredWithMore,
    },
  },
  ignore: {},
  lag: {
    'of lists': { fault: { kind: 'lag' }, says: LOST },
    'of counts': { fault: { kind: 'lag', of: 'counts' }, says: LOST },
  },
};

/** All faults that a call can meet, by their names. */
export function faultsFor(call: CallShape): readonly [string, WalkedFault][] {
  const ignored = call.parameters.map((name): [string, WalkedFault] => [
    `ignore ${name}`,
    { fault: { kind: 'ignore', parameters: [name] }, says: IGNORED },
  ]);
  const others = Object.entries(TABLE).flatMap(([kind, rows]) =>
    Object.entries(rows).map(([which, row]): [string, WalkedFault] => [`${kind} ${which}`, row]),
  );
  return [...others, ...ignored].filter(([, { isOf }]) => isOf?.(call) ?? true);
}

// What is not asked for cannot be had: a missing id or parent is the service's to say.
const IGNORED = ['invalid-input', 'not-found', 'bad-answer', 'not-permitted'] as const;

function readKeys<K extends string>(record: Readonly<Record<K, true>>): readonly K[] {
  const keys: K[] = [];
  for (const key in record) keys.push(key);
  return keys;
}
