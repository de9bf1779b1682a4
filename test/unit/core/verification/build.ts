import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import { readPixelUrl } from '@/lib/core/pixel/pixel-url';
import type { Tracker } from '@/lib/core/tracker/tracker';
import type { PageView } from '@/lib/core/recording/page-views';
import type { Known } from '@/lib/core/verification/checked-request';
import type { Verification } from '@/lib/core/verification/verification';

export const START = Date.UTC(2026, 10, 24, 10);
const GOOD_URL = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=123456';

/** A good request of tracker 531, ten seconds after the start, with what a test changes. */
export function request(url = GOOD_URL, changes: Partial<PixelRequest> = {}): PixelRequest {
  const parts = readPixelUrl(url);
  if (!parts) throw new Error(`not a pixel URL: ${url}`);
  const startedAt = changes.startedAt ?? START + 10_000;
  return {
    key: `${url} ${startedAt} GET`,
    url: parts,
    method: 'GET',
    startedAt,
    duration: 20,
    status: 200,
    outcome: 'answered',
    error: null,
    fromCache: null,
    loader: 'image',
    frameUrl: 'https://news.example/',
    redirectUrl: null,
    viaServiceWorker: false,
    ...changes,
  };
}

export function tracker(id: number, changes: Partial<Tracker> = {}): Tracker {
  return {
    id,
    memberId: 1,
    advertiserId: 2,
    name: `Tracker name ${id}`,
    code: null,
    state: 'active',
    lineItem: null,
    publisher: null,
    placement: null,
    paymentRule: null,
    lastModified: START,
    ...changes,
  };
}

export function pageView(id: string, startedAt: number): PageView {
  return { id, verificationId: 'v1', url: `https://news.example/${id}`, startedAt };
}

export function verification(changes: Partial<Verification> = {}): Verification {
  return {
    id: 'v1',
    tabId: 7,
    startedAt: START,
    expectedIds: [],
    openedAfterLoad: false,
    clearedAt: null,
    ...changes,
  };
}

/** These trackers, loaded from Monetize, and the catalogue. */
export function known(...trackers: readonly Tracker[]): Known {
  return {
    trackers: { byId: new Map(trackers.map((it) => [it.id, it])), loaded: true },
    servers: AD_SERVERS,
  };
}
