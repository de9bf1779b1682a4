import type { DatabaseSync } from 'node:sqlite';

import { binomial, diceFor } from '../delivery/dice.ts';
import type { Run } from '../delivery/runs.ts';
import { served } from '../delivery/served.ts';
import { number, numberOrNull, type Row, text, textOrNull } from '../state/row.ts';
import { hourText, zoneOffset } from '../time-hours.ts';
import type { AdReportOrder } from './order.ts';

/** What the ad server says of one of its placements on one day: all that it served. */
export interface AdRow {
  /** `YYYY-MM-DD` on the ad server's clock. */
  readonly day: string;
  readonly placementId: number;
  readonly placement: string;
  readonly campaignId: number;
  readonly campaign: string;
  readonly advertiser: string;
  readonly siteId: number;
  readonly site: string;
  readonly creative: string;
  readonly size: string;
  readonly impressions: number;
  readonly clicks: number;
}

const CLICK_RATE = 0.0012;

/** The rows of an ad server's report, by day and placement; days without any are left out. */
export function adRows(db: DatabaseSync, runs: readonly Run[], order: AdReportOrder): AdRow[] {
  const zone = zoneOfAdServer(runs, order);
  const counts = new Map<string, Map<number, number>>();
  const offset = zoneOffset(zone);
  for (const run of runs) {
    for (let hour = run.fromHour; hour < run.toHour; hour += 1) {
      const day = hourText(hour + offset(hour)).slice(0, 10);
      if (day < (order.from ?? '') || day > (order.to ?? '9')) continue;
      const ofDay = counts.get(day) ?? new Map<number, number>();
      counts.set(day, ofDay);
      for (const id of run.trackers) {
        if (order.trackers && !order.trackers.includes(id)) continue;
        ofDay.set(id, (ofDay.get(id) ?? 0) + served(run, id, hour));
      }
    }
  }
  const describe = describer(db, order);
  return [...counts.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([day, ofDay]) =>
      [...ofDay].flatMap(([id, impressions]) => {
        const placement = describe(id);
        if (!placement || impressions === 0) return [];
        const clicks = binomial(impressions, CLICK_RATE, diceFor(id, Date.parse(day) / 86_400_000));
        return [{ day, ...placement, impressions, clicks }];
      }),
    );
}

/** The zone of its days: what a cause says of the trackers asked for, else the order. */
export function zoneOfAdServer(runs: readonly Run[], order: AdReportOrder): string {
  const wanted = order.trackers;
  const asked = runs.filter((run) => !wanted || run.trackers.some((id) => wanted.includes(id)));
  for (const cause of asked.flatMap((run) => run.causes)) {
    if (cause.kind === 'time-zone') return cause.zone;
  }
  return order.zone;
}

type Placement = Omit<AdRow, 'day' | 'impressions' | 'clicks'>;

function describer(db: DatabaseSync, { names }: AdReportOrder): (id: number) => Placement | null {
  const find = db.prepare(
    `SELECT t.id, t.name, t.line_item_id, t.line_item_name, t.publisher_id, t.publisher_name,
     a.name AS advertiser_name, g.width, g.height FROM tracker_view t
     JOIN advertisers a ON a.id = t.advertiser_id LEFT JOIN placements g ON g.id = t.tag_id
     WHERE t.id = ?`,
  );
  const known = new Map<number, Placement | null>();
  return (id) => {
    const seen = known.get(id);
    if (seen !== undefined) return seen;
    const row = find.get(id);
    const placement = row ? placementOf(row, names === 'tracker-and-id') : null;
    known.set(id, placement);
    return placement;
  };
}

// The ad server's own ids: they have nothing to do with those of the service.
function placementOf(row: Row, withId: boolean): Placement {
  const id = number(row, 'id');
  const width = numberOrNull(row, 'width');
  const size = width === null ? '300x250' : `${width}x${number(row, 'height')}`;
  const advertiser = text(row, 'advertiser_name');
  const campaign = textOrNull(row, 'line_item_name') ?? '';
  return {
    placementId: 384_000_000 + id,
    placement: withId ? `${text(row, 'name')}_${id}` : text(row, 'name'),
    campaignId: 29_000_000 + number(row, 'line_item_id'),
    campaign,
    advertiser,
    siteId: 6_000_000 + number(row, 'publisher_id'),
    site: text(row, 'publisher_name'),
    creative: `${campaign} ${size}`,
    size,
  };
}
