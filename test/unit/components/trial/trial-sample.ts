import { signal } from '@preact/signals';

import type { TrialActions, TrialStores } from '@/components/trial/trial-model';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { readTrial } from '@/lib/core/trial/judge-trial';
import type { Trial } from '@/lib/core/trial/told';
import type { Tracker } from '@/lib/core/tracker/tracker';

import { tracker } from '../../core/verification/build';

export const GOOD_TAG =
  '<img src="https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%" width="1" height="1">';

/** What a browser tells of a tag: what stands in it, and what a test adds. */
export function ran(text: string, changes: Partial<Trial> = {}): Trial {
  return { ...readTrial(text), end: 'quiet', ...changes };
}

/** A place where tags run, as far as they can be read. */
export function trialActions(changes: Partial<TrialActions> = {}): TrialActions {
  return {
    run: async (text) => ran(text),
    takeHanded: async () => null,
    serving: () => ({ now: Date.UTC(2026, 10, 24, 10), cachebuster: '4711471147' }),
    findTrackers: async (ids) => ids.filter((id) => id === 531).map((id) => tracker(id)),
    ...changes,
  };
}

export function trialStores(trackers: readonly Tracker[] = [tracker(531)]): TrialStores {
  return { servers: signal(AD_SERVERS), trackers: signal(trackers) };
}
