import type { Random } from '../random.ts';
import type { WorldTables } from './tables.ts';
import { MAIN_MEMBER } from './users.ts';
import { CITIES, PAPERS, SECTIONS, SIZES } from './words.ts';

/** What a tracker may point at within one publisher. */
export interface SeededPublisher {
  readonly id: number;
  readonly name: string;
  readonly placements: readonly { readonly id: number; readonly name: string }[];
  readonly paymentRules: readonly number[];
}

/** Some sixty publishers, each with placements and payment rules of its own. */
export function insertPublishers(
  tables: WorldTables,
  random: Random,
  past: () => string,
): SeededPublisher[] {
  let placementId = 15_150_404;
  let ruleId = 77_606;
  const titles = CITIES.flatMap((city) => PAPERS.map((paper) => `${city} ${paper}`));
  const names = ['Tidewater News', ...titles.slice(1)];
  return names.map((name, index) => {
    const id = 880_202 + index;
    const siteId = 330_505 + index;
    const rules = Array.from({ length: random.int(1, 3) }, () => ruleId++);
    tables.publisher({
      id,
      member_id: MAIN_MEMBER,
      code: random.chance(0.3) ? `PUB${id}` : null,
      name,
      state: random.chance(0.92) ? 'active' : 'inactive',
      is_rtb: 0,
      base_payment_rule_id: rules[0] ?? null,
      default_site_id: siteId,
      currency: 'USD',
      timezone: 'EST5EDT',
      last_modified: past(),
    });
    const placements = Array.from({ length: random.int(3, 8) }, (_, nth) => {
      const [width, height] = random.pick(SIZES);
      const section = SECTIONS[nth % SECTIONS.length] ?? 'Home';
      const placement = { id: placementId++, name: `${section} ${width}x${height}` };
      tables.placement({
        ...placement,
        member_id: MAIN_MEMBER,
        publisher_id: id,
        site_id: siteId,
        site_name: `${name} ROS`,
        code: random.chance(0.25) ? `${section.toLowerCase()}-${nth + 1}-${id}` : null,
        state: random.chance(0.9) ? 'active' : 'inactive',
        width,
        height,
        last_modified: past(),
      });
      return placement;
    });
    rules.forEach((rule, nth) => insertRule(tables, { rule, nth, publisher: id, past, random }));
    return { id, name, placements, paymentRules: rules };
  });
}

interface RuleToInsert {
  rule: number;
  nth: number;
  publisher: number;
  past: () => string;
  random: Random;
}

function insertRule(tables: WorldTables, to: RuleToInsert): void {
  const cpm = to.nth > 0 && to.random.chance(0.5);
  tables.paymentRule({
    id: to.rule,
    member_id: MAIN_MEMBER,
    publisher_id: to.publisher,
    code: null,
    name: to.nth === 0 ? 'Base' : cpm ? `Fixed CPM ${to.nth}` : `Revenue share ${to.nth}`,
    state: to.nth === 2 && to.random.chance(0.4) ? 'inactive' : 'active',
    pricing_type: cpm ? 'cpm' : 'revshare',
    cost_cpm: cpm ? to.random.int(4, 40) / 4 : null,
    revshare: cpm ? null : to.random.int(10, 17) / 20,
    priority: to.nth === 0 ? 1 : 5,
    start_date: null,
    end_date: null,
    timezone: 'EST5EDT',
    buyer_type: 'both',
    last_modified: to.past(),
  });
}
