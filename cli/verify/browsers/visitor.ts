import type { Browser } from 'puppeteer-core';

import type { PageView } from '@/lib/core/recording/page-views';
import { observeDriven } from '@/lib/core/recording/driven';
import { joinObservations } from '@/lib/core/recording/join-observations';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import { type Arrival, observeArrival } from '@/lib/core/recording/sink';

import type { PageToVisit } from '../lists/read-pages';
import type { Visitor } from '../pool';
import { MAX_ARRIVALS } from '../sink/sink';
import type { Album, VisitPicture } from './photograph';
import { visitPage } from './visit-page';

/** A page as it was visited, and what fired there. */
export interface Visit {
  readonly pageView: PageView;
  /** Joined: what the browser told, and what arrived at the stand-in. */
  readonly requests: readonly PixelRequest[];
  /** The HTTP status of the page; 0 where there was none. */
  readonly status: number;
  readonly isSlow: boolean;
  /** It fired more than is kept. */
  readonly isCut: boolean;
  readonly picture: VisitPicture;
}

/** One browser that visits pages. */
export interface Driver extends Visitor<PageToVisit, Visit> {
  /** How many requests arrived between two visits: of which page they are, nobody knows. */
  strays(): number;
  close(): Promise<void>;
}

export interface Driving {
  readonly name: string;
  readonly isChromium: boolean;
  readonly listenMs: number;
  /** Where screenshots go; `null` where none are wanted. */
  readonly album: Album | null;
  /** Names a visit among those of all browsers. */
  readonly nextId: () => string;
  /** What arrived at the stand-in since it was last asked; `null` where there is none. */
  readonly take: (() => readonly Arrival[]) | null;
  readonly close: () => Promise<void>;
}

/** A browser as a visitor of pages. */
export function createDriver(driven: Browser, driving: Driving): Driver {
  const { name, isChromium, listenMs, album, nextId, take, close } = driving;
  const arrived = () => take?.() ?? [];
  const pixelsOf = (all: readonly Arrival[]) => all.flatMap((one) => observeArrival(one) ?? []);
  let strays = 0;
  return {
    name,
    async visit({ url }) {
      strays += pixelsOf(arrived()).length;
      const id = nextId();
      const seen = await visitPage(driven, url, { name: id, isChromium, listenMs, album });
      const arrivals = arrived();
      const joined = joinObservations([...observeDriven(seen.told), ...pixelsOf(arrivals)]);
      return {
        pageView: { id, verificationId: '', url: seen.url, startedAt: seen.startedAt },
        // Two browsers may tell of the same address in the same millisecond.
        requests: joined.map((one) => ({ ...one, key: `${one.key} ${id}`, pageViewId: id })),
        status: seen.status,
        isSlow: seen.isSlow,
        picture: seen.picture,
        isCut: seen.isCut || arrivals.length >= MAX_ARRIVALS,
      };
    },
    strays: () => {
      strays += pixelsOf(arrived()).length;
      return strays;
    },
    close,
  };
}
