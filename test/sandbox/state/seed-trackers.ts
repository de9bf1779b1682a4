import type { Random } from '../random.ts';
import type { SeededAdvertiser } from './seed-advertisers.ts';
import type { SeededPublisher } from './seed-publishers.ts';
import type { WorldTables } from './tables.ts';
import { MAIN_MEMBER } from './users.ts';
import { AWKWARD_NAMES, CAMPAIGNS, REGIONS } from './words.ts';

interface Order {
  readonly advertiser: SeededAdvertiser;
  readonly publishers: readonly SeededPublisher[];
  readonly random: Random;
  readonly past: () => string;
  readonly from: { readonly lineItemId: number; readonly trackerId: number };
}

/** The line items of one advertiser and the trackers on them, with campaign-like names. */
export function insertTrackers(tables: WorldTables, order: Order): void {
  const lineItems = insertLineItems(tables, order);
  const { advertiser, random, from } = order;
  for (let nth = 0; nth < advertiser.trackers; nth += 1) {
    const lineItem = random.pick(lineItems);
    const publisher = random.pick(order.publishers);
    const placement = random.chance(0.55) ? random.pick(publisher.placements) : null;
    const rule = random.chance(0.25) ? random.pick(publisher.paymentRules) : null;
    const where = placement ? `${publisher.name}, ${placement.name}` : publisher.name;
    const awkward = advertiser.code === 'NWO' ? AWKWARD_NAMES[(nth - 3) / 11] : undefined;
    tables.tracker({
      id: from.trackerId + nth,
      member_id: MAIN_MEMBER,
      advertiser_id: advertiser.id,
      name: awkward ?? `${lineItem.name} – ${where}`,
      code: random.chance(0.2)
        ? `${advertiser.code ?? 'TRK'}-${String(nth).padStart(5, '0')}`
        : null,
      state: random.chance(advertiser.inactive) ? 'inactive' : 'active',
      last_modified: order.past(),
      publisher_id: publisher.id,
      tag_id: placement?.id ?? null,
      payment_rule_id: rule,
      line_item_id: lineItem.id,
    });
  }
}

function insertLineItems(tables: WorldTables, order: Order): { id: number; name: string }[] {
  const { advertiser, random } = order;
  return Array.from({ length: advertiser.lineItems }, (_, nth) => {
    const campaign = CAMPAIGNS[nth % CAMPAIGNS.length] ?? 'Always-on';
    const year = nth < CAMPAIGNS.length ? '' : ` ${random.pick(REGIONS)} ${random.int(2024, 2026)}`;
    const row = { id: order.from.lineItemId + nth, name: `${campaign}${year}` };
    tables.lineItem({
      ...row,
      member_id: MAIN_MEMBER,
      advertiser_id: advertiser.id,
      code: random.chance(0.3) ? `LI-${row.id}` : null,
      state: random.chance(0.8) ? 'active' : 'inactive',
      line_item_type: random.pick(['standard_v1', 'standard_v2', 'guaranteed_delivery']),
      currency: 'USD',
      last_modified: order.past(),
    });
    return row;
  });
}
