import { skewOf } from '../../core/account/clock-skew';

/** Knows how far the clocks of services are ahead of ours, by what their answers say. */
export function createClocks(now: () => number) {
  const skews = new Map<string, number>();
  return {
    onServedAt: (baseUrl: string, servedAt: number): void =>
      void skews.set(baseUrl, skewOf(servedAt, now())),
    /** In milliseconds; 0 where it is not known, or too little to matter. */
    skew: (baseUrl: string): number => skews.get(baseUrl) ?? 0,
  };
}
