import { useEffect, useState } from 'preact/hooks';

/** Whole seconds until a moment in milliseconds since 1970, as they go by; 0 from then on, and where there is none. */
export function useSecondsUntil(moment: number | null): number {
  const [now, setNow] = useState(Date.now());
  const left = moment === null ? 0 : Math.max(0, Math.ceil((moment - now) / 1000));
  useEffect(() => {
    if (moment === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [moment]);
  return left;
}
