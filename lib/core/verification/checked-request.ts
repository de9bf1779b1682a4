import type { AdServer } from '../ad-server/ad-server';
import type { Finding } from '../base/finding';
import type { PageView } from '../recording/page-views';
import type { PixelRequest } from '../recording/pixel-request';
import type { Tracker } from '../tracker/tracker';

/** One recorded request with everything that is said about it. */
export interface CheckedRequest {
  readonly request: PixelRequest;
  /** The id as a number; `null` if the URL has none. */
  readonly trackerId: number | null;
  readonly tracker: Tracker | null;
  readonly pageView: PageView | null;
  /** Its page was loaded ahead, and is not known to have been shown: nobody saw it. */
  readonly isNeverShown?: boolean;
  /** A later hop of a redirect: not another impression. */
  readonly isRedirectHop: boolean;
  readonly findings: readonly Finding[];
}

/** The trackers loaded from Monetize; `loaded` is false while there are none at all. */
export interface KnownTrackers {
  readonly byId: ReadonlyMap<number, Tracker>;
  readonly loaded: boolean;
  /** Of these ids Monetize was asked, and shows none. */
  readonly absent?: ReadonlySet<number>;
}

/** What is known beside a recording. */
export interface Known {
  readonly trackers: KnownTrackers;
  /** The ad servers whose macros are known, people's own among them. */
  readonly servers: readonly AdServer[];
  /** Hosts at which people's own names lead to the service; none where there are none. */
  readonly ownHosts?: readonly string[] | undefined;
}
