import type { AdRow } from './rows.ts';
import type { AdCell, AdSheet } from './sheet.ts';

interface Told {
  readonly rows: readonly AdRow[];
  readonly zone: string;
  readonly now: Date;
}

type Dialect = (told: Told) => AdSheet;

/** Campaign Manager 360, Report Builder: some lines of its own before and a grand total after the table. */
const cm360: Dialect = ({ rows, zone, now }) => {
  const header = [
    'Date',
    'Advertiser',
    'Campaign ID',
    'Campaign',
    'Site ID (CM360)',
    'Site (CM360)',
    'Placement ID',
    'Placement',
    'Creative',
    'Impressions',
    'Clicks',
    'Click Rate',
  ];
  const total = sumOf(rows);
  return {
    lineEnd: '\n',
    rows: [
      ['Delivery by placement'],
      ['Date/Time Generated', `${usDate(now)} ${usTime(now)}`],
      ['Report Time Zone', zone],
      ['Account ID', 4321],
      ['Date Range', `${usDate(dayOf(rows[0], now))} - ${usDate(dayOf(rows.at(-1), now))}`],
      [],
      ['Report Fields'],
      header,
      ...rows.map((row): AdCell[] => [
        row.day,
        row.advertiser,
        row.campaignId,
        row.campaign,
        row.siteId,
        row.site,
        row.placementId,
        row.placement,
        row.creative,
        row.impressions,
        row.clicks,
        rate(row),
      ]),
      [
        'Grand Total:',
        ...Array.from({ length: 8 }, () => '---'),
        total.impressions,
        total.clicks,
        rate(total),
      ],
    ],
  };
};

/** Google Ad Manager, a downloaded report: American dates, thousands with a comma, a line of totals last. */
const gam: Dialect = ({ rows }) => {
  const total = sumOf(rows);
  return {
    lineEnd: '\n',
    rows: [
      [
        'Date',
        'Advertiser',
        'Order',
        'Line item',
        'Line item ID',
        'Creative size (delivered)',
        'Ad server impressions',
        'Ad server clicks',
        'Ad server CTR',
      ],
      ...rows.map((row): AdCell[] => [
        { text: usDate(new Date(row.day)), value: new Date(row.day) },
        row.advertiser,
        row.campaign,
        row.placement,
        row.placementId,
        row.size.replace('x', ' x '),
        thousands(row.impressions),
        thousands(row.clicks),
        percent(row),
      ]),
      [
        'Total',
        '-',
        '-',
        '-',
        '-',
        '-',
        thousands(total.impressions),
        thousands(total.clicks),
        percent(total),
      ],
    ],
  };
};

/** Kevel, a report that was exported: dates with two digits, plain numbers, no line of totals. */
const kevel: Dialect = ({ rows }) => ({
  lineEnd: '\r\n',
  rows: [
    [
      'Date',
      'Advertiser Name',
      'Campaign Name',
      'Flight Id',
      'Flight Name',
      'Site Title',
      'Creative Title',
      'Impressions',
      'Clicks',
      'CTR',
    ],
    ...rows.map((row): AdCell[] => [
      row.day.replace(/(\d+)-(\d+)-(\d+)/, '$2/$3/$1'),
      row.advertiser,
      row.campaign,
      row.placementId,
      row.placement,
      row.site,
      row.creative,
      row.impressions,
      row.clicks,
      rate(row),
    ]),
  ],
});

/** How each ad server writes its report: from general knowledge of their files, not from a document. */
export const DIALECTS = { cm360, gam, kevel } as const;

type Counts = Pick<AdRow, 'impressions' | 'clicks'>;

function sumOf(rows: readonly AdRow[]): Counts {
  return rows.reduce(
    (sum, row) => ({
      impressions: sum.impressions + row.impressions,
      clicks: sum.clicks + row.clicks,
    }),
    { impressions: 0, clicks: 0 },
  );
}

function rate({ impressions, clicks }: Counts): AdCell {
  const value = impressions === 0 ? 0 : clicks / impressions;
  return { text: value.toFixed(6), value };
}

function percent({ impressions, clicks }: Counts): AdCell {
  const value = impressions === 0 ? 0 : clicks / impressions;
  return { text: `${(value * 100).toFixed(2)}%`, value };
}

function thousands(value: number): AdCell {
  return { text: value.toLocaleString('en-US'), value };
}

function dayOf(row: AdRow | undefined, otherwise: Date): Date {
  return row ? new Date(row.day) : otherwise;
}

function usDate(date: Date): string {
  return date.toLocaleDateString('en-US', {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
    year: '2-digit',
  });
}

function usTime(date: Date): string {
  return date
    .toLocaleTimeString('en-US', { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' })
    .replace('\u202f', ' ');
}
