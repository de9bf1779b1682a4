import { useEffect, useState } from 'preact/hooks';

import { endOf, type Lifetime, NEAR_END_MS, type TokenEnd } from '@/lib/core/account/lifetime';

const LOOK_EACH_MS = 20_000;

/** Whole minutes until a session ends, and why it does, once that is near; `null` before. */
export function useMinutesLeft(
  lifetime: Lifetime | null,
): { readonly minutes: number; readonly why: TokenEnd['why'] } | null {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (!lifetime) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), LOOK_EACH_MS);
    return () => clearInterval(timer);
  }, [lifetime?.issuedAt, lifetime?.usedAt]);
  if (!lifetime) return null;
  const { at, why } = endOf(lifetime);
  const left = at - now;
  return left > NEAR_END_MS ? null : { minutes: Math.max(0, Math.floor(left / 60_000)), why };
}
