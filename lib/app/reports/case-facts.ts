import { AD_SERVERS } from '../../core/ad-server/catalogue';
import { joinRequests } from '../../core/recording/join-observations';
import type { CaseFacts } from '../../core/report/cause';
import { MOST_PROTECTED } from '../../core/report/detective/options';
import { numberOf } from '../../core/report/period-count';
import type { Reconciled } from '../../core/report/reconciled';
import {
  type Recorded,
  seenByDay,
  type SeenOnDay,
  stoppedByProtection,
} from '../../core/report/seen';
import type { Series } from '../../core/report/series';
import { switchesIn } from '../../core/report/switched';
import { modifiedAt, type Tracker } from '../../core/tracker/tracker';
import type { Database } from '../../store/database';
import { readEvents } from '../../store/tracker-events';
import { recordedOf } from '../../store/tracker-requests';
import { findVerifications, loadPageViews } from '../../store/verifications';

const DAY_MS = 86_400_000;

/** Of which trackers, between which curves, in whose zones. */
export interface FactsOrder {
  readonly row: Pick<Reconciled, 'trackerIds' | 'days'>;
  /** Those of the row that are known here. */
  readonly trackers: readonly Tracker[];
  readonly counted: Series;
  readonly thirdParty: Series;
  readonly countedZone: string;
  readonly thirdPartyZone: string | null;
  readonly closedUntil: number | null;
  /** As the tag sheet has it of all placements; `null` where it does not tell. */
  readonly tagCachebuster: CaseFacts['tagCachebuster'];
}

/** What is known here besides the two curves; of several trackers, which of them it is is not known, nor what became of it. */
export async function gatherFacts(
  db: Database,
  account: string,
  { row, trackers, ...sides }: FactsOrder,
): Promise<{ readonly facts: CaseFacts; readonly seen: readonly SeenOnDay[] }> {
  const only = row.trackerIds.length === 1 ? trackers[0] : undefined;
  const events = only ? (await readEvents(db, account, only.id)).rows : [];
  const recorded = await Promise.all(
    row.trackerIds.map((id) => recordingsOf(db, account, id, momentsOf(row))),
  );
  const seen = seenByDay(recorded.flat(), sides.countedZone, AD_SERVERS);
  const facts: CaseFacts = {
    ...sides,
    state: only?.state ?? null,
    lastModified: only ? modifiedAt(only) : null,
    switched: switchesIn(events),
    seen,
    stopped: stoppedByProtection(recorded.flat()),
    protectedShare: MOST_PROTECTED,
  };
  return { facts, seen };
}

/** All moments that can be of the days, wherever their zone is. */
function momentsOf({ days }: Pick<Reconciled, 'days'>): readonly [number, number] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [0, 0];
  return [(numberOf(first.day, 'day') - 1) * DAY_MS, (numberOf(last.day, 'day') + 2) * DAY_MS];
}

async function recordingsOf(
  db: Database,
  account: string,
  trackerId: number,
  moments: readonly [number, number],
): Promise<readonly Recorded[]> {
  const all = await recordedOf(db, account, trackerId, moments);
  const there = await findVerifications(db, account, [...all.keys()]);
  return Promise.all(
    there.map(async ({ id }) => ({
      verificationId: id,
      requests: joinRequests(all.get(id) ?? []),
      pageViews: (await loadPageViews(db, id)).rows,
    })),
  );
}
