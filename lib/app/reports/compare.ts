import { missingForCase } from '../../core/report/case-file/missing';
import type { Explanation } from '../../core/report/cause';
import { explain } from '../../core/report/detective/explain';
import type { NamedCounts } from '../../core/report/opened';
import { advertiserKey, matchesOf } from '../../core/report/reconcile/of-advertiser';
import { matchByHand, matchPlacements } from '../../core/report/reconcile/match';
import type { HandMatches } from '../../core/report/reconcile/match';
import { type KeptSheets, sheetsOf } from '../../core/report/reconcile/kept-sheets';
import { createSayings, rowsOfSheets } from '../../core/report/reconcile/said-by-sheets';
import { placementsOf, shownMatches } from '../../core/report/reconcile/placements-of';
import { FEWEST_IMPRESSIONS, reconcile } from '../../core/report/reconcile/reconcile';
import type { Reconciled } from '../../core/report/reconciled';
import type { Report } from '../../core/report/report';
import { NOTHING, sumSeries } from '../../core/report/series-sums';
import type { Series } from '../../core/report/series';
import type { ThirdPartyPlacement, ThirdPartyReport } from '../../core/report/third-party';
import type { Tracker } from '../../core/tracker/tracker';
import type { Connection, Database } from '../../store/database';
import { listTrackers } from '../../store/trackers';
import { pause } from '../pause';
import { caseOf } from './case-of';
import { gatherFacts } from './case-facts';

/** A report that is open, an ad server's own beside it, and from which share on they do not agree. */
export interface CompareOrder {
  readonly report: { readonly report: Report; readonly trackers: readonly NamedCounts[] };
  readonly file: ThirdPartyReport;
  /** In per cent. */
  readonly threshold: number;
}

interface Parts {
  readonly database: Connection;
  readonly account: () => Promise<string>;
  readonly now: () => number;
  readonly readMatches: () => Promise<HandMatches>;
  readonly readSheets: () => Promise<KeptSheets>;
  readonly changeMatches: (act: (before: HandMatches) => HandMatches) => Promise<void>;
}

type Matches = ReturnType<typeof matchPlacements>;
type Sayings = ReturnType<typeof createSayings>;

/** Lays an ad server's report beside one of Monetize, and looks for why they differ. */
export function createReportCompare(parts: Parts) {
  const { database, account, now, changeMatches } = parts;
  async function matched({ report, file }: CompareOrder) {
    const [db, owner] = await Promise.all([database(), account()]);
    const { advertiserId } = report.report.question;
    const { rows: trackers } = await listTrackers(db, owner, advertiserId);
    const [said, sheets] = await Promise.all([parts.readMatches(), parts.readSheets()]);
    const byHand = matchesOf(advertiserId, said);
    const sheet = rowsOfSheets(sheetsOf(advertiserId, sheets));
    const matches = matchPlacements(file.placements, { trackers, sheet, byHand });
    return { db, owner, trackers, matches, sayings: createSayings(sheet) };
  }

  return {
    async compare(order: CompareOrder) {
      const { report, threshold } = order;
      const { db, owner, trackers, matches, sayings } = await matched(order);
      const bounds = { threshold, fewest: FEWEST_IMPRESSIONS };
      const both = reconcile(report.trackers, matches, bounds).filter(
        ({ placements }) => placements.length > 0,
      );
      const known = new Map(trackers.map((tracker) => [tracker.id, tracker] as const));
      const rows = [];
      for (const row of both)
        rows.push(await lookInto(row, order, { db, owner, known, matches, sayings, now }));
      const groups = report.trackers.map(({ trackerIds }) => trackerIds);
      const { advertiserId } = report.report.question;
      const shown = shownMatches(matches, groups, sayings.filesOf).map((one) => ({
        ...one,
        key: advertiserKey(advertiserId, one.key),
      }));
      // What shows it is much work by itself.
      await pause();
      return { rows, matches: shown };
    },
    /** Keeps a person's word on a placement, by its key; `null`: it is of none of these. */
    keepMatch: (key: string, trackerIds: readonly number[] | null) =>
      changeMatches((before) => matchByHand(before, key, trackerIds?.[0] ?? null)),
    /** The case of one row. */
    async caseOf(row: Reconciled & { readonly names: readonly string[] }, order: CompareOrder) {
      const { matches } = await matched(order);
      return caseOf(row, order, placementsOf(matches, row.trackerIds), now());
    },
  };
}

interface Known {
  readonly db: Database;
  readonly owner: string;
  readonly known: ReadonlyMap<number, Tracker>;
  readonly matches: Matches;
  readonly sayings: Sayings;
  readonly now: () => number;
}

async function lookInto(
  row: Reconciled,
  order: CompareOrder,
  { db, owner, known, matches, sayings, now }: Known,
) {
  const { report, file, threshold } = order;
  const placements = placementsOf(matches, row.trackerIds);
  const names = row.trackerIds.map((id) => known.get(id)?.name ?? String(id));
  const { facts, seen } = await gatherFacts(db, owner, {
    row,
    trackers: row.trackerIds.flatMap((id) => known.get(id) ?? []),
    counted: countedOf(row, report.trackers),
    thirdParty: thirdPartyOf(row, placements),
    countedZone: report.report.question.timeZone,
    thirdPartyZone: file.timeZone,
    closedUntil: report.report.closedUntil,
    tagCachebuster: sayings.cachebusterOf(matches, row.trackerIds),
  });
  const explanation: Explanation | null =
    row.agreement === 'unknown' ? null : explain(facts, { threshold: threshold / 100 });
  const named = { ...row, names };
  return {
    ...named,
    seen: seen.flatMap(({ day, verificationIds }) =>
      verificationIds.map((verificationId) => ({ day, verificationId })),
    ),
    explanation,
    gaps: missingForCase(caseOf(named, order, placements, now())),
  };
}

/** As it was counted, by hours where the report has them. */
function countedOf({ trackerIds, counted }: Reconciled, rows: readonly NamedCounts[]): Series {
  return rows.find((one) => one.trackerIds === trackerIds)?.impressions ?? counted;
}

/** The same of the ad server, where all of its placements have hours. */
function thirdPartyOf(
  { thirdParty }: Reconciled,
  placements: readonly ThirdPartyPlacement[],
): Series {
  const hourly = placements.map(({ impressions }) => impressions);
  if (hourly.some(({ by }) => by === 'day')) return thirdParty;
  return hourly.length === 0 ? NOTHING : sumSeries(hourly, 'hour');
}
